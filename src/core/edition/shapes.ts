/**
 * The sheets the program itself knows, and what each of their fields is. How a field is called, explained and laid out is an
 * edition's; an edition may add fields, which are shown, read and printed without the program knowing what they mean.
 */
import type { Column, ColumnType, Form, Table } from '../tables/sheet';

interface Shape {
  readonly kind: 'table' | 'form';
  readonly fields: Readonly<Record<string, ColumnType>>;
}

export const shapes = {
  settings: {
    kind: 'form',
    fields: {
      edition: 'choice',
      partialFigures: 'choice',
      organKind: 'choice',
      wordings: 'text',
      reportYear: 'integer',
      town: 'text',
      partyName: 'text',
      governmentName: 'text',
      superior: 'text',
      addressee: 'text',
      cc: 'text',
      cutoff: 'day',
      asOf: 'day',
      signDate: 'day',
      titleForm: 'choice',
      situationHeadings: 'choice',
      planHeadings: 'choice',
      isPublic: 'yesNo',
      remindDays: 'integer',
      lagPoints: 'integer',
      overdueSteps: 'text',
      monthlyDay: 'integer',
      doubtReminders: 'yesNo',
      onRestDays: 'yesNo',
      dailyMost: 'integer',
      officeMailbox: 'text',
      headMailbox: 'text',
      mailDomains: 'names',
      submittedOn: 'day',
      publishedOn: 'day',
      signer: 'text',
      attachTable: 'yesNo',
      attachSources: 'yesNo',
      columnMapping: 'text',
      sample: 'yesNo',
    },
  },
  departments: {
    kind: 'table',
    fields: {
      id: 'text',
      name: 'text',
      aliases: 'names',
      kind: 'choice',
      head: 'text',
      contact: 'text',
      mailbox: 'text',
      leaderMailbox: 'text',
      phone: 'text',
      inGroup: 'yesNo',
      link: 'text',
      active: 'yesNo',
    },
  },
  tasks: {
    kind: 'table',
    fields: {
      id: 'text',
      number: 'integer',
      section: 'choice',
      title: 'text',
      measure: 'text',
      lead: 'text',
      partners: 'names',
      leader: 'text',
      deadline: 'deadline',
      start: 'day',
      target: 'quantity',
      targetUnit: 'text',
      weight: 'integer',
      indicator: 'text',
      approved: 'approval',
      basis: 'text',
      phrase: 'text',
    },
  },
  indicators: {
    kind: 'table',
    fields: {
      code: 'text',
      name: 'text',
      unit: 'text',
      kind: 'choice',
      filledBy: 'names',
      numerator: 'text',
      denominator: 'text',
      aggregate: 'choice',
      direction: 'choice',
      threshold: 'quantity',
      redLine: 'yesNo',
      minSample: 'integer',
      basis: 'text',
      area: 'choice',
      sentence: 'text',
      onEmpty: 'choice',
      help: 'text',
    },
  },
  weakAreas: {
    kind: 'table',
    fields: { area: 'choice', rule: 'text', problem: 'text', cause: 'text', action: 'text', plan: 'choice' },
  },
  narratives: {
    kind: 'table',
    fields: { section: 'choice', order: 'integer', text: 'text', condition: 'text', source: 'text', reviewer: 'text' },
  },
  holidays: { kind: 'table', fields: { day: 'day', mark: 'choice', name: 'text', basis: 'text' } },
  published: { kind: 'table', fields: { code: 'text', quantity: 'quantity', source: 'text' } },
  cover: {
    kind: 'form',
    fields: {
      department: 'text',
      reportYear: 'integer',
      period: 'text',
      edition: 'text',
      filler: 'text',
      reviewer: 'text',
      filledOn: 'day',
    },
  },
  progress: {
    kind: 'table',
    fields: {
      taskId: 'text',
      title: 'text',
      deadline: 'text',
      status: 'status',
      percent: 'percent',
      doneOn: 'day',
      doneThrough: 'integer',
      text: 'text',
      problems: 'text',
      next: 'text',
      evidence: 'text',
      coordination: 'text',
    },
  },
  figures: {
    kind: 'table',
    fields: {
      code: 'text',
      name: 'text',
      unit: 'text',
      quantity: 'quantity',
      lastYear: 'quantity',
      help: 'text',
      note: 'text',
    },
  },
  suggestions: { kind: 'table', fields: { text: 'text' } },
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
      lastYear: 'quantity',
      threshold: 'choice',
      weak: 'choice',
      area: 'choice',
      basis: 'text',
      source: 'text',
    },
  },
  areaResults: {
    kind: 'table',
    fields: { area: 'text', verdict: 'choice', figures: 'text', tasks: 'text', problem: 'text' },
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
      code: 'text',
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
  selfCheck: {
    kind: 'table',
    fields: { name: 'text', verdict: 'choice', expected: 'text', answer: 'text', seenOn: 'day' },
  },
} as const satisfies Readonly<Record<string, Shape>>;

/** The name of such a sheet in code and in the tables of an edition. */
export type SheetName = keyof typeof shapes;

/** The columns of a sheet, each giving the type its field has. */
export type ColumnsOf<S extends SheetName> = {
  readonly [F in keyof (typeof shapes)[S]['fields']]: Column & { readonly type: (typeof shapes)[S]['fields'][F] };
};

/** The sheets as an edition words them. */
export type CoreSheets = {
  readonly [S in SheetName]: (typeof shapes)[S]['kind'] extends 'form' ? Form<ColumnsOf<S>> : Table<ColumnsOf<S>>;
};
