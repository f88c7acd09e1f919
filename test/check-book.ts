import { book } from '../doctest.config.ts';
import { setupDoctest } from '../src/doctest/vitest/setup.ts';

export default setupDoctest(book);
