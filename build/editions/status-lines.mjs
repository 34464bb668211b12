/** The lines of statuses.tsv. */

/** What a department can say of a task; the last one is not offered. */
export const statusNames = ['not-started', 'in-progress', 'done', 'ongoing', 'deferred', 'cancelled', 'not-done'];

/** Of what other wordings are put together. */
export const partNames = [
  'negation',
  'begin',
  'action',
  'deed',
  'carry',
  'progress',
  'manner',
  'measure',
  'end',
  'some',
  'all',
  'overdue',
  'late',
  'perfect',
  'filler',
];

/** All lines of statuses.tsv. */
export const statusLines = [
  ...statusNames,
  'partly',
  'affirmed',
  'passed',
  ...partNames,
  'aside',
  'handed',
  'planned',
  'limit',
  'approved',
  'refused',
];
