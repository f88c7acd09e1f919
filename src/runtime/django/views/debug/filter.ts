/**
 * What a report on an exception may show.
 *
 * @module
 */

import { PerProcess } from '../../../process.ts';
import { settings } from '../../conf.ts';
import type { HttpRequest } from '../../http/request.ts';
import { MultiValueDict } from '../../utils/datastructures.ts';
import { importString } from '../../utils/module-loading.ts';
import { CLEANSED_SUBSTITUTE } from './cleanse.ts';
import type { FrameVariables } from './variables.ts';

/** Names with their values, in order. */
export type Items = readonly (readonly [name: string, value: unknown])[];

/** Lets a report show everything. @models django.views.debug:ExceptionReporterFilter */
export class ExceptionReporterFilter {
  /** The fields of a form. @models django.views.debug:ExceptionReporterFilter.get_post_parameters */
  getPostParameters(request: HttpRequest | null): Items {
    return request ? [...request.POST.items()] : [];
  }

  /** The variables of a function. @models django.views.debug:ExceptionReporterFilter.get_traceback_frame_variables */
  getTracebackFrameVariables(_request: HttpRequest | null, frame: FrameVariables): Items {
    return Object.entries(frame.variables);
  }
}

/** Hides what the decorators for sensitive variables and fields name, unless DEBUG is on. @models django.views.debug:SafeExceptionReporterFilter */
export class SafeExceptionReporterFilter extends ExceptionReporterFilter {
  /** Whether anything is hidden. @models django.views.debug:SafeExceptionReporterFilter.is_active */
  isActive(_request: HttpRequest | null): boolean {
    return settings.DEBUG === false;
  }

  /** The fields of a form, with stars for those that are sensitive. @models django.views.debug:SafeExceptionReporterFilter.get_post_parameters */
  override getPostParameters(request: HttpRequest | null): Items {
    const sensitive = request?.sensitivePostParameters;
    const fields = super.getPostParameters(request);
    if (!sensitive || !this.isActive(request)) return fields;
    return fields.map(([name, value]) => {
      const hidden = sensitive === '__ALL__' || sensitive.includes(name);
      return [name, hidden ? CLEANSED_SUBSTITUTE : value];
    });
  }

  /** The variables of a function, with stars for those that are sensitive. @models django.views.debug:SafeExceptionReporterFilter.get_traceback_frame_variables */
  override getTracebackFrameVariables(request: HttpRequest | null, frame: FrameVariables): Items {
    const sensitive = this.isActive(request) ? frame.sensitive : null;
    return Object.entries(frame.variables).map(([name, value]) => {
      const hidden = sensitive === '__ALL__' || (sensitive?.includes(name) ?? false);
      return [name, hidden ? CLEANSED_SUBSTITUTE : this.cleanseSpecialTypes(request, value)];
    });
  }

  /** A variable that holds a form, with stars for the sensitive fields. @models django.views.debug:SafeExceptionReporterFilter.cleanse_special_types */
  cleanseSpecialTypes(request: HttpRequest | null, value: unknown): unknown {
    const isForm = value instanceof MultiValueDict;
    return isForm ? this.getCleansedMultivaluedict(request, value) : value;
  }

  /** A form with stars for the sensitive fields. Where all are sensitive none is hidden here, which is Django's oversight. @models django.views.debug:SafeExceptionReporterFilter.get_cleansed_multivaluedict */
  getCleansedMultivaluedict(
    request: HttpRequest | null,
    form: MultiValueDict<unknown>,
  ): MultiValueDict<unknown> {
    const sensitive = request?.sensitivePostParameters;
    if (!sensitive || !this.isActive(request)) return form;
    const cleansed = new MultiValueDict<unknown>(form.lists());
    for (const name of sensitive) {
      if (cleansed.has(name)) cleansed.set(name, CLEANSED_SUBSTITUTE);
    }
    return cleansed;
  }
}

declare module '../../http/request.ts' {
  interface HttpRequest {
    /** Fields of the form that no report may show. */
    sensitivePostParameters?: readonly string[] | '__ALL__';
    /** Decides in place of the site's filter what a report on this request shows. */
    exceptionReporterFilter?: ExceptionReporterFilter;
  }
}

const defaultFilter = new PerProcess<{ filter: ExceptionReporterFilter | null }>(() => ({
  filter: null,
}));

/** The site's filter, made once. @models django.views.debug:get_default_exception_reporter_filter */
export function getDefaultExceptionReporterFilter(): ExceptionReporterFilter {
  const cell = defaultFilter.value;
  if (cell.filter) return cell.filter;
  const Filter = importString(settings.DEFAULT_EXCEPTION_REPORTER_FILTER);
  return (cell.filter = new (Filter as typeof ExceptionReporterFilter)());
}

/** The filter of a request, or else the site's. @models django.views.debug:get_exception_reporter_filter */
export function getExceptionReporterFilter(request: HttpRequest | null): ExceptionReporterFilter {
  const usual = getDefaultExceptionReporterFilter();
  return request?.exceptionReporterFilter ?? usual;
}
