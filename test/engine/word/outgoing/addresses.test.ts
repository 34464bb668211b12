/** Where a reader may be led, and what leads out of the document however it is written. */
import { isAllowedLink, leadsOutside } from '../../../../src/engine/word/outgoing/addresses';

it.each(['https://a.example', 'HTTP://a.example', 'mailto:a@b.example', '#place', ' h\tt\u200Btps://a.example'])(
  'a reader may be led to %j',
  (address) => {
    expect(isAllowedLink(address)).toBe(true);
  },
);

it.each(['', ' ', 'file:///c:/a', 'javascript:alert(1)', 'ftp://a.example', '//server/a', 'c:\\a', 'a.docx', 'tel:1'])(
  'and not to %j',
  (address) => {
    expect(isAllowedLink(address)).toBe(false);
  },
);

it.each(['//server/a', '\\\\server\\a', 'c:\\a', 'file:a', ' \u200B//server/a', 'fi\nle:a', 'x-a.b+c:d'])(
  '%j leads out of the document',
  (target) => {
    expect(leadsOutside(target)).toBe(true);
  },
);

it.each(['media/image1.png', '/word/media/image1.png', '../a.xml', '#place'])('%j stays within it', (target) => {
  expect(leadsOutside(target)).toBe(false);
});
