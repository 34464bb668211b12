/** The order in which ECMA-376 part 1 (transitional schema, wml.xsd) wants the children of property elements. */

const paragraph =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens ' +
  'kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind ' +
  'contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle ' +
  'rPr sectPr pPrChange';
const run =
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden ' +
  'color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish ' +
  'oMath rPrChange';
const table =
  'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd ' +
  'tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange';
const cell =
  'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers cellIns ' +
  'cellDel cellMerge tcPrChange';
const section =
  'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt ' +
  'vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange';

/** Element → its children in order, all with the prefix `w:`. */
export const childOrder: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': names(paragraph),
  'w:rPr': names(run),
  'w:tblPr': names(table),
  'w:tcPr': names(cell),
  'w:sectPr': names(section),
  'w:numPr': names('ilvl numId'),
  'w:tbl': names('tblPr tblGrid tr'),
  'w:numbering': names('numPicBullet abstractNum num numIdMacAtCleanup'),
};

function names(list: string): readonly string[] {
  return list.split(' ').map((name) => `w:${name}`);
}
