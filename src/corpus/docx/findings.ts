/** What is met while a file is read, beyond its words. */

/** Filled while stories are read; complete after the last. */
export interface StoryFindings {
  /** Tracked changes were met. */
  changed: boolean;
  pictures: number;
  /** A part in another format is embedded whose text only Word shows. */
  foreignPart: boolean;
  /** The page reached, from 1, and whether the file says at all where its pages end. */
  page: number;
  paged: boolean;
}
