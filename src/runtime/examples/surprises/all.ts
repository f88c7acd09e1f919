/**
 * All surprises by number.
 *
 * @module
 */

import { scenes as scenes01 } from './01-lazy-settings.ts';
import { scenes as scenes02 } from './02-order-of-hooks.ts';
import { scenes as scenes03 } from './03-layers-that-are-not.ts';
import { scenes as scenes04 } from './04-try-around-get-response.ts';
import { scenes as scenes05 } from './05-unseen-by-process-exception.ts';
import { scenes as scenes06 } from './06-a-response-that-is-none.ts';
import { scenes as scenes07 } from './07-broken-urls.ts';
import { scenes as scenes08 } from './08-failing-handler500.ts';
import { scenes as scenes09 } from './served/09-sys-exit.ts';
import { scenes as scenes10 } from './10-never-rendered.ts';
import { scenes as scenes11 } from './11-falsy-process-view.ts';
import { scenes as scenes12 } from './12-when-start-response-is-called.ts';
import { scenes as scenes13 } from './13-error-in-a-stream.ts';
import { scenes as scenes14 } from './14-request-finished-needs-close.ts';
import { scenes as scenes15 } from './15-file-wrapper.ts';
import { scenes as scenes16 } from './16-weak-receivers.ts';
import { scenes as scenes17 } from './17-raising-receivers.ts';
import { scenes as scenes18 } from './18-atomic-requests.ts';
import { scenes as scenes19 } from './19-life-of-a-connection.ts';
import { scenes as scenes20 } from './20-path-info-is-latin-1.ts';
import { scenes as scenes21 } from './21-environ-is-changed.ts';
import { scenes as scenes22 } from './22-script-name.ts';
import { scenes as scenes23 } from './23-setup-again.ts';
import { scenes as scenes24 } from './24-one-instance-for-all.ts';
import { scenes as scenes25 } from './served/25-runserver-starts-twice.ts';
import { scenes as scenes26 } from './served/26-static-files-bypass-middleware.ts';
import { scenes as scenes27 } from './served/27-multithread-is-always-true.ts';
import { scenes as scenes28 } from './served/28-no-content-length.ts';
import { scenes as scenes29 } from './29-signals-and-mail.ts';
import { scenes as scenes30 } from './30-rules-of-addresses.ts';
import { scenes as scenes31 } from './31-when-post-is-empty.ts';
import { scenes as scenes32 } from './32-urlconf-left-behind.ts';
import { scenes as scenes33 } from './33-test-client-is-no-server.ts';
import { scenes as scenes34 } from './34-propagated-exceptions.ts';
import { scenes as scenes35 } from './35-headers-at-an-empty-chunk.ts';
import { scenes as scenes36 } from './36-facts-of-headers.ts';
import type { Scenes } from './scene.ts';

/** The scenes of each surprise. */
export const SURPRISES: ReadonlyMap<number, Scenes> = new Map([
  [1, scenes01],
  [2, scenes02],
  [3, scenes03],
  [4, scenes04],
  [5, scenes05],
  [6, scenes06],
  [7, scenes07],
  [8, scenes08],
  [9, scenes09],
  [10, scenes10],
  [11, scenes11],
  [12, scenes12],
  [13, scenes13],
  [14, scenes14],
  [15, scenes15],
  [16, scenes16],
  [17, scenes17],
  [18, scenes18],
  [19, scenes19],
  [20, scenes20],
  [21, scenes21],
  [22, scenes22],
  [23, scenes23],
  [24, scenes24],
  [25, scenes25],
  [26, scenes26],
  [27, scenes27],
  [28, scenes28],
  [29, scenes29],
  [30, scenes30],
  [31, scenes31],
  [32, scenes32],
  [33, scenes33],
  [34, scenes34],
  [35, scenes35],
  [36, scenes36],
]);
