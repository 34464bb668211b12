/**
 * What the xlsx library does asynchronously without ever waiting for anything. The build makes a script of this file that gives at
 * once what is promised here (see `xlsx-sync` and build/bundle/at-once.mjs).
 */
export { writeXlsx } from 'hucre/xlsx';
export { readBook } from './xlsx-read';
