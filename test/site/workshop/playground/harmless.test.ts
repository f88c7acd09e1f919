import { describe, expect, it } from 'vitest';
import { quiet } from '../../../../site/workshop/playground/rendered/harmless.ts';

describe('HTML before it is parsed', () => {
  it('loses handlers, scripts and a base, and nothing else', () => {
    const html = [
      '<!doctype html><base href="https://other.test/"><body class="a" onload=\'x("<p>")\'>',
      '<script>if (1 < 2) document.write("<p onclick=1>");</script>',
      '<input value="a one=1 > onclick=2" ONFOCUS = "y()" required/>',
      '<p>Turn on=1 </p><!-- <p onclick="1"> --><textarea><p onclick="1"></textarea>',
    ];
    expect(quiet(html.join('\n'))).toBe(
      [
        '<!doctype html><body class="a">',
        '',
        '<input value="a one=1 > onclick=2" required/>',
        '<p>Turn on=1 </p><!-- <p onclick="1"> --><textarea><p onclick="1"></textarea>',
      ].join('\n'),
    );
  });
});
