/** What a day of the 节假日 sheet is made: 休 off, 班 a working day. */
export const holidayWords = { off: '休', work: '班' } as const;
