/** Where the writer keeps drop-down lists that are too long for a cell rule. */

/** Name of the hidden sheet; it belongs to the file format's limits and is never shown to the program. */
export const optionsSheetName = '_选项';
