import { packEntry, writeZip } from '../../../../src/engine/word/package/write-zip';
import { openZip } from '../../../../src/local/base/zip';

it.each(['word/document.xml', 'word/media/图片1.png', '甲/𠮷.xml', 'é.xml'])(
  'names of parts are what they were: %s',
  (name) => {
    const bytes = Buffer.from('<a/>'.repeat(9));
    const [file, ...others] = openZip(writeZip([packEntry(name, bytes)]));
    expect([file?.name, file?.read().toString(), others]).toEqual([name, bytes.toString(), []]);
  },
);
