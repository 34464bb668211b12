/** What only shows when the whole town lies side by side: every rule is one function, and this is their list. */
import type { Problem } from '../../base/problem';
import { fewerThanPromised, frequencyAndCount, jointEventTwice } from './event-doubts';
import { changedMuch, oddCrowds, sameEverywhere } from './figure-doubts';
import { otherThanPublished } from './published-doubts';
import type { Town } from './town';
import { undecidedStandards } from './undecided-doubts';
import { unconfirmedCauses, unfitWords, weaknessWithoutCause } from './weakness-doubts';
import { contradicted, otherNumberInText, outOfTimeInText } from './wording-doubts';

const rules: readonly ((town: Town) => readonly Problem[])[] = [
  changedMuch,
  sameEverywhere,
  oddCrowds,
  undecidedStandards,
  jointEventTwice,
  fewerThanPromised,
  frequencyAndCount,
  weaknessWithoutCause,
  unfitWords,
  unconfirmedCauses,
  contradicted,
  otherNumberInText,
  outOfTimeInText,
  otherThanPublished,
];

/** The doubts of all rules; none of them changes a figure. */
export function townDoubts(town: Town): readonly Problem[] {
  return rules.flatMap((rule) => rule(town));
}
