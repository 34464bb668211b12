/** What is done with the texts of a document on its way to the public. */

/** What hears of each text. */
export interface PublicTexts {
  /** Gives the text that is to stand in place of this one; `spot` says in words where it is: `正文第 3 段`. */
  readonly rewrite: (text: string, spot: string) => string;
  /** Hears what is taken out unseen. */
  readonly removed: (text: string, spot: string) => void;
  /** Hears the name of each picture that stays: nobody reads what is drawn in it. */
  readonly picture: (name: string) => void;
}
