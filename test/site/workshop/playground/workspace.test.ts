import { describe, expect, it } from 'vitest';
import { faultOfPath, inOrder, moduleName } from '../../../../site/workshop/playground/project.ts';
import {
  type Change,
  Workspace,
  WorkspaceError,
} from '../../../../site/workshop/playground/workspace.ts';

function begun(): { workspace: Workspace; changes: Change[] } {
  const workspace = new Workspace();
  const files = { 'mysite/urls.ts': 'u', 'mysite/views.ts': 'v', 'wsgi.ts': 'w' };
  workspace.replace({ name: 'Mine', files });
  const changes: Change[] = [];
  workspace.listen((change) => changes.push(change));
  return { workspace, changes };
}

describe('the workspace', () => {
  it('opens the views first, and knows whether the reader has changed anything', () => {
    const { workspace, changes } = begun();
    expect(workspace.open).toBe('mysite/views.ts');
    expect(workspace.touched).toBe(false);
    workspace.write('mysite/views.ts', 'v');
    workspace.show('mysite/views.ts');
    workspace.show('gone.ts');
    workspace.write('gone.ts', 'x');
    expect(changes).toEqual([]);
    const before = workspace.project.files;
    workspace.write('mysite/views.ts', 'other');
    expect(changes).toEqual(['text']);
    expect(workspace.touched).toBe(true);
    expect(workspace.project.files).not.toBe(before);
    workspace.settle();
    workspace.rename('Other');
    expect(workspace.touched).toBe(true);
  });

  it('adds, moves and deletes files, and keeps one of them open', () => {
    const { workspace, changes } = begun();
    workspace.add('a.html');
    expect(workspace.open).toBe('a.html');
    workspace.move('a.html', 'templates/a.html');
    expect(workspace.open).toBe('templates/a.html');
    expect(workspace.paths).toEqual([
      'wsgi.ts',
      'mysite/urls.ts',
      'mysite/views.ts',
      'templates/a.html',
    ]);
    workspace.remove('templates/a.html');
    expect(workspace.open).toBe('mysite/views.ts');
    for (const path of workspace.paths) workspace.remove(path);
    expect(workspace.open).toBe('');
    expect(changes.every((change) => change === 'files')).toBe(true);
  });

  it('refuses names that are taken or none, and more files than there may be', () => {
    const { workspace } = begun();
    expect(() => workspace.add('wsgi.ts')).toThrow('There is a file wsgi.ts already.');
    expect(() => workspace.move('wsgi.ts', '../wsgi.ts')).toThrow(WorkspaceError);
    expect(workspace.touched).toBe(false);
    for (let index = 0; index < 97; index += 1) workspace.add(`f${index}.ts`);
    expect(() => workspace.add('more.ts')).toThrow('A project has at most 100 files.');
  });
});

describe('paths', () => {
  it.each([
    ['mysite/views.ts', 'mysite.views'],
    ['my-shop/index.ts', 'my_shop'],
    ['a/b/index.ts', 'a.b'],
    ['index.ts', 'index'],
  ])('are modules for Python: %s is %s', (path, name) => {
    expect(faultOfPath(path)).toBeUndefined();
    expect(moduleName(path)).toBe(name);
  });

  it('stand with those of their folder', () => {
    expect(inOrder(['b/c.ts', 'a.ts', 'b/d/e.ts', 'b/a.ts', 'z.ts'])).toEqual([
      'a.ts',
      'z.ts',
      'b/a.ts',
      'b/c.ts',
      'b/d/e.ts',
    ]);
  });
});
