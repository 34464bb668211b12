import { readTable } from '/work/main/src/core/catalogue/read-table';
import { progressTable } from '/work/main/src/core/catalogue/department-sheets';
import { casesTable } from '/work/main/src/core/catalogue/detail-sheets';
import { gridOf } from '/work/main/test/core/grid-builder';
it('bench', () => {
  const columns = Object.values(casesTable.columns);
  const grid = gridOf([columns.map((c) => c.header), ...Array.from({length: 100000}, (_, i) => ['罚款','简易','2022-03-0'+(1+i%9),500,'受委托','县局','是','是','6月30日','是'])], {hiddenRows: Array.from({length:20000},(_,i)=>i+3)});
  const t = Date.now();
  const r = readTable(grid, casesTable, {reportYear: 2022});
  console.log(Date.now()-t, r.rows.length, r.problems.length);
});
