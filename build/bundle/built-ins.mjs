/**
 * Hands a bundle the language's own objects by name. In a context of its own, as a folder's run has one, each look at a global asks
 * the host first, which takes most of a microsecond; a parameter takes nothing, and its name is shortened with all others.
 */

/** Of ECMAScript 2020. Left out is what makes code of a text: that has to be seen where it stands. */
const names = [
  ...[
    'Object',
    'Array',
    'String',
    'Number',
    'Boolean',
    'BigInt',
    'Symbol',
    'Math',
    'JSON',
    'Date',
    'RegExp',
    'Reflect',
  ],
  ...['Map', 'Set', 'WeakMap', 'WeakSet', 'Proxy', 'Promise', 'Intl', 'NaN', 'Infinity'],
  ...['Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'EvalError', 'URIError'],
  ...['ArrayBuffer', 'DataView', 'Uint8Array', 'Int8Array', 'Uint8ClampedArray', 'Uint16Array', 'Int16Array'],
  ...['Uint32Array', 'Int32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
  ...[
    'parseInt',
    'parseFloat',
    'isNaN',
    'isFinite',
    'encodeURIComponent',
    'decodeURIComponent',
    'encodeURI',
    'decodeURI',
  ],
];
const opening = /^((?:"use strict";)?var \w+=)\(\(\)=>\{/u;
const closing = /\}\)\(\);\s*$/u;

/** `text`: one function that is called where it stands, as esbuild makes it of a program: `var name=(()=>{…})();` */
export function withBuiltIns(text) {
  if (!opening.test(text) || !closing.test(text)) throw new Error('a bundle of another form than esbuild made so far');
  const used = names.filter((name) => new RegExp(`\\b${name}\\b`, 'u').test(text)).join();
  return text.replace(opening, `$1((${used})=>{`).replace(closing, `})(${used});\n`);
}
