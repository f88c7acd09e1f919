import type { APIRoute } from 'astro';
import { readChapters } from '../../../chapters/shelf.ts';
import {
  isOfTheBook,
  pageFences,
  readPageChapter,
} from '../../../workshop/python/build/page-fences.ts';
import { hasDjango } from '../../../workshop/python/build/site-files.ts';
import type { PageFences } from '../../../workshop/python/fences.ts';

export async function getStaticPaths() {
  const chapters = await readChapters();
  return chapters.flatMap(({ entry }) => {
    if (!isOfTheBook(entry.filePath)) return [];
    const props = pageFences(readPageChapter(entry.filePath), hasDjango());
    return props.fences.length === 0 ? [] : [{ params: { chapter: entry.id }, props }];
  });
}

/** `/workshop/fences/….json`: the Python of a chapter that runs in a page. */
export const GET: APIRoute<PageFences> = ({ props }) => Response.json(props);
