const util = require('node:util');
globalThis.TextEncoder ??= util.TextEncoder;
globalThis.TextDecoder ??= util.TextDecoder;

// What every browser has and jsdom does not draw: dialogs, scrolling into view, CSS.escape.
if (typeof HTMLDialogElement !== 'undefined') {
  HTMLDialogElement.prototype.showModal ??= function showModal() { this.setAttribute('open', ''); };
  HTMLDialogElement.prototype.close ??= function close() { this.removeAttribute('open'); };
  Element.prototype.scrollIntoView ??= function scrollIntoView() {};
  globalThis.CSS ??= { escape: (text) => text.replace(/[^\w-]/g, '\\$&') };
}
