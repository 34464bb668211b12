/**
 * The sheets the program itself knows, and what each of their fields is. How a field is called, explained and laid out is an
 * edition's; an edition may add fields, which are shown, read and printed without the program knowing what they mean.
 */
import type { Column, Form, Table } from '../tables/sheet';
import { resultShapes, type Shape } from './result-shapes';

export const shapes = {
  settings: {
    kind: 'form',
    fields: {
      edition: 'choice',
      partialFigures: 'choice',
      zeroReports: 'yesNo',
      ownAreas: 'names',
      ownSections: 'names',
      ownPlans: 'names',
      normsAlone: 'yesNo',
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
      reportForm: 'choice',
      remindDays: 'integer',
      lagPoints: 'integer',
      overdueSteps: 'text',
      monthlyDay: 'integer',
      doubtReminders: 'yesNo',
      shareNotices: 'yesNo',
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
      roles: 'names',
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
      standing: 'choice',
      redLine: 'yesNo',
      aloneAt: 'quantity',
      aloneCases: 'integer',
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
    fields: {
      area: 'choice',
      indicator: 'text',
      rule: 'text',
      problem: 'text',
      figures: 'text',
      cause: 'text',
      action: 'text',
      lead: 'text',
      plan: 'choice',
    },
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
  feedback: {
    kind: 'table',
    fields: { code: 'text', signedOn: 'day', reply: 'text', rectifyOn: 'day', closed: 'yesNo' },
  },
  ...resultShapes,
} as const satisfies Readonly<Record<string, Shape>>;

/**
 * Sheet → field → the fields that together tell which thing a row speaks of, or are enough to propose it, where a table of a
 * department's own does not have the field.
 */
export const standIns: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  tasks: { id: ['title', 'lead'], section: ['title', 'lead'] },
  progress: { taskId: ['title'] },
  figures: { code: ['name', 'quantity'] },
};

/** Sheet → its days on which something was done: that it was may be told without the day. */
export const doneDays: Readonly<Record<string, readonly string[]>> = { progress: ['doneOn'] };

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
