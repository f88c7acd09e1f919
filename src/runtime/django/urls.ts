/** URLconfs, as `django.urls` offers them. @module */

export {
  clearScriptPrefix,
  clearUrlCaches,
  getScriptPrefix,
  getUrlconf,
  isValidPath,
  resolve,
  setScriptPrefix,
  setUrlconf,
} from './urls/base.ts';
export { include, path, rePath } from './urls/conf.ts';
export { registerConverter } from './urls/converters.ts';
export { getCallable } from './urls/callable.ts';
export { NoReverseMatch, Resolver404 } from './urls/exceptions.ts';
export { reverse } from './urls/reverse.ts';
export { getResolver, ResolverMatch, URLPattern, URLResolver } from './urls/resolvers.ts';
