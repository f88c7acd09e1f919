/**
 * What scripts add to a page that already reads whole without them.
 *
 * @module
 */

import { offerThemes } from './theme.ts';
import { followSections } from './sections.ts';
import { offerRuns } from './offer-runs.ts';
import { offerPython } from './offer-python.ts';
import { offerExercises } from './offer-exercises.ts';
import { offerCopies } from './copy.ts';
import { markLines } from './line-range.ts';
import { moveAmongLines } from './line-keys.ts';
import { closePanels } from './panels.ts';
import { offerNames } from './offer-names.ts';
import { hushMeanings } from './meanings.ts';
import { followProgress } from '../workshop/progress/follow.ts';

offerThemes();
followSections();
offerRuns();
offerPython();
offerExercises();
offerCopies();
markLines();
moveAmongLines();
closePanels();
offerNames();
hushMeanings();
followProgress();
