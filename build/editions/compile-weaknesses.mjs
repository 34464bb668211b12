/** What is said of areas and of indicators that miss their thresholds. */

export function compileAreas({ rows, tell }, { plans }) {
  return rows.areas.map(({ area, rule, problem, action, plan, at }) => {
    checkPlan(plan, plans, { at, tell });
    checkSentences([problem, action], { at, tell });
    return { area, rule, problem, action, plan };
  });
}

/** One line for each indicator with a threshold; none speaks of another. */
export function compileWeaknesses({ rows, tell }, { plans }, codes) {
  const departments = rows.departments.map(({ name }) => name);
  const judged = rows.indicators.filter(({ threshold }) => threshold !== null).map(({ code }) => code);
  for (const { code, at } of rows.indicators.filter((row) => judged.includes(row.code))) {
    if (!rows.weaknesses.some((row) => row.code === code)) tell(at, `${code} has a 阈值 and no line in weaknesses.tsv`);
  }
  return rows.weaknesses.map(({ at, ...row }) => {
    const { code, problem, figures, cause, action, lead, plan } = row;
    codes.known(code, at);
    checkPlan(plan, plans, { at, tell });
    checkSentences([problem, figures, cause, action], { at, tell });
    if (lead && !departments.includes(lead)) tell(at, `牵头单位 "${lead}": expected one of ${departments.join('、')}`);
    checkOthersMarks({ at, ...row }, rows.weaknesses, tell);
    return row;
  });
}

function checkPlan(plan, plans, { at, tell }) {
  if (plan !== null && !plans.includes(plan)) tell(at, `计划章节 "${plan}": expected one of ${plans.join('、')}`);
}

function checkSentences(texts, { at, tell }) {
  for (const text of texts) {
    if (text?.endsWith('。')) tell(at, `"…${text.slice(-8)}": expected no full stop at the end`);
  }
}

/** What is printed of one indicator says nothing of another, which may have done well. */
function checkOthersMarks({ at, code, problem, figures, cause, action }, weaknesses, tell) {
  const said = [problem, figures?.replace(/\{\{[^}]*\}\}/gu, '｜'), cause, action].join('｜');
  for (const other of weaknesses.filter((one) => one.code !== code)) {
    const mark = other.marks?.find((word) => said.includes(word));
    if (mark !== undefined) tell(at, `"${mark}" is 识别 of ${other.code}: expected words on ${code} alone`);
  }
}
