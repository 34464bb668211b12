/** The sheets the program itself writes, and what each of their fields is. */
import type { ColumnType } from '../tables/sheet';

/** What a sheet is, and the type of each field. */
export interface Shape {
  readonly kind: 'table' | 'form';
  readonly fields: Readonly<Record<string, ColumnType>>;
}

/** By the name of the sheet in code and in the tables of an edition. */
export const resultShapes = {
  tallyResults: {
    kind: 'table',
    fields: {
      group: 'choice',
      name: 'text',
      total: 'integer',
      done: 'integer',
      running: 'integer',
      overdue: 'integer',
      unreported: 'integer',
      unclear: 'integer',
      deferred: 'integer',
      cancelled: 'integer',
      rate: 'percent',
    },
  },
  taskResults: {
    kind: 'table',
    fields: {
      light: 'choice',
      taskId: 'text',
      section: 'text',
      title: 'text',
      lead: 'text',
      deadline: 'text',
      due: 'day',
      state: 'choice',
      percent: 'percent',
      daysLate: 'integer',
      why: 'text',
      source: 'text',
    },
  },
  indicatorResults: {
    kind: 'table',
    fields: {
      code: 'text',
      name: 'text',
      value: 'text',
      number: 'quantity',
      lastYear: 'quantity',
      trend: 'text',
      threshold: 'choice',
      standing: 'text',
      weak: 'choice',
      area: 'choice',
      basis: 'text',
      source: 'text',
    },
  },
  areaResults: {
    kind: 'table',
    fields: {
      area: 'text',
      verdict: 'choice',
      figures: 'text',
      standing: 'text',
      tasks: 'text',
      problem: 'text',
      cause: 'text',
      action: 'text',
    },
  },
  problemResults: {
    kind: 'table',
    fields: {
      level: 'choice',
      file: 'text',
      sheet: 'text',
      cell: 'text',
      actual: 'text',
      reason: 'text',
      expected: 'text',
      kind: 'text',
    },
  },
  departmentProblems: {
    kind: 'table',
    fields: {
      department: 'text',
      number: 'integer',
      level: 'choice',
      where: 'text',
      actual: 'text',
      reason: 'text',
      expected: 'text',
    },
  },
  checkLetters: { kind: 'table', fields: { department: 'text', count: 'integer', text: 'text' } },
  reminderList: { kind: 'table', fields: { level: 'choice', department: 'text', taskId: 'text', text: 'text' } },
  feedbackResults: {
    kind: 'table',
    fields: {
      code: 'text',
      department: 'text',
      title: 'text',
      due: 'day',
      state: 'text',
      signedOn: 'day',
      reply: 'text',
      rectifyOn: 'day',
      closed: 'text',
      settled: 'text',
      doubts: 'text',
    },
  },
  publicResults: {
    kind: 'table',
    fields: { kind: 'text', does: 'choice', where: 'text', actual: 'text', instead: 'text' },
  },
  runs: { kind: 'table', fields: { job: 'choice', asOf: 'day', outcome: 'text', output: 'text' } },
  ledger: {
    kind: 'table',
    fields: {
      state: 'text',
      level: 'text',
      department: 'text',
      subject: 'text',
      due: 'text',
      role: 'text',
      reason: 'text',
      receiver: 'text',
      mail: 'text',
      channel: 'text',
      queuedOn: 'text',
      claimedOn: 'text',
      attempts: 'integer',
      changedAt: 'text',
      by: 'text',
      year: 'integer',
      hash: 'text',
    },
  },
  keptRules: {
    kind: 'table',
    fields: { department: 'text', sheet: 'text', name: 'text', as: 'text', ground: 'text' },
  },
  feedbackRegister: {
    kind: 'table',
    fields: { code: 'text', signedOn: 'day', reply: 'text', rectifyOn: 'day', settled: 'yesNo' },
  },
  selfCheck: {
    kind: 'table',
    fields: { name: 'text', verdict: 'choice', expected: 'text', answer: 'text', seenOn: 'day' },
  },
} as const satisfies Readonly<Record<string, Shape>>;
