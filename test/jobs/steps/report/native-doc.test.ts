/** What is told of a template that is a Google Doc and cannot be read. */
import { tryNative } from '../../../../src/jobs/steps/report/native-doc';

afterEach(() => {
  for (const name of ['Docs', 'Utilities']) Reflect.deleteProperty(globalThis, name);
});

it.each([
  ['This operation is not supported for this document', '请检查该文档'],
  ['Service unavailable', '请稍后再运行一次'],
  ['Requested entity was not found.', expect.stringContaining('有权打开') as string],
])('%s', (said, expected) => {
  const get = (): never => {
    throw new Error(`API call to docs.documents.get failed with error: ${said}`);
  };
  Object.assign(globalThis, {
    Docs: { Documents: { get } },
    Utilities: { sleep: () => undefined },
  });
  const { isRefused, problems } = tryNative({ template: 'doc', fill: () => ({ requests: [], problems: [] }) });
  expect(isRefused).toBe(true);
  expect(problems).toMatchObject([{ reason: expect.stringMatching(/^Google 文档没有读到：/u) as string, expected }]);
});
