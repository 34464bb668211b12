import { readerName } from '../../../src/core/base/reader-name';

it.each([
  ['承办单位', '司法所'],
  ['分管领导', '司法所分管领导'],
  ['主要领导', '主要领导'],
  ['办公室', '办公室'],
])('%s of a department’s matter is called %s', (role, name) => {
  expect(readerName({ department: '司法所', role })).toBe(name);
});
