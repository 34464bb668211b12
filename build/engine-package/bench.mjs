/** Milliseconds to fill a document of a heading and a table of so many rows, the median of nine fillings. */
import { gzipSync } from 'node:zlib';
import { describeData, fillDocument } from './index.mjs';
import { smallTemplate } from './test.mjs';

const template = smallTemplate();
for (const rows of [100, 1000, 10_000]) {
  const items = Array.from({ length: rows }, (_, at) => ({ 名称: `任务${at}`, 完成率: at / rows }));
  const { model, dictionary } = describeData({ 单位: '测试镇', 任务: items }, 'data').value;
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    const { bytes, problems } = fillDocument(template, model, dictionary, {
      name: '模板.docx',
      trace: false,
      gzip: (content) => gzipSync(content, { level: 3 }),
    });
    if (bytes === null) throw new Error(problems[0].reason);
    return performance.now() - start;
  });
  console.log(`${rows} rows: ${times.sort((left, right) => left - right)[4].toFixed(1)} ms`);
}
