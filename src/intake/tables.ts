/** That something came in from the public, for as long as a flood is remembered. No address, no name: only their marks. */
export interface IntakeAttemptTable {
  id: string;
  at: string;
  /** Keyed hash of the network the form came from. */
  origin: string;
  /** Keyed hash of words and contact: the same sent twice is the same. */
  words: string;
  /** Code of the receipt it led to. */
  code: string;
}

export interface IntakeTables {
  intake_attempt: IntakeAttemptTable;
}
