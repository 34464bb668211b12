/** Types of the rules by which the public version leaves things out. */

/**
 * How something is recognised that must not stand in the public version. `mark`: a word alone in brackets, in its cell or at the head
 * of a text; `phrase`: a word anywhere; `pattern`: the words are regular expressions. Of the last ones nothing is found: they are words the others go by.
 */
export type PublicFinder =
  | 'mobile'
  | 'landline'
  | 'identity'
  | 'account'
  | 'labelled'
  | 'address'
  | 'file'
  | 'cell'
  | 'name-before'
  | 'full-name-before'
  | 'several-before'
  | 'firm'
  | 'name-after'
  | 'party-after'
  | 'hidden-name'
  | 'known-name'
  | 'name-beside'
  | 'perhaps-beside'
  | 'pattern'
  | 'mark'
  | 'phrase'
  | 'surnames'
  | 'no-names'
  | 'word-ends'
  | 'no-given'
  | 'after-names'
  | 'unit-ends'
  | 'before-files'
  | 'before-houses'
  | 'after-numbers'
  | 'after-marks'
  | 'ranks'
  | 'posts'
  | 'name-columns';

/** `mask`: other words stand in its place; `drop-text`: the whole text goes; `stop`: there is no public version; `ask`: it stays, and a person is asked. */
export type PublicAction = 'mask' | 'drop-sentence' | 'drop-text' | 'stop' | 'ask';

/** What is done about one kind of thing in the public version; `does` null for a list of words. */
export interface PublicRule {
  readonly name: string;
  readonly finds: PublicFinder;
  readonly does: PublicAction | null;
  readonly instead: string;
  readonly words: readonly string[];
}
