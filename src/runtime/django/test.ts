/** What Django offers to tests. @module */

export { Client, RequestFactory } from './test/client.ts';
export { modifySettings, overrideSettings } from './test/utils.ts';
