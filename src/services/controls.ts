/** Beside which control of the form, and in which column of a spreadsheet, a refusal of an entry stands. */
export const ENTRY_CONTROLS: Readonly<Record<string, string>> = {
  entryCodeMissing: "ma",
  entryCodeTaken: "ma",
  entryUnitUnknown: "don-vi",
  entryNotYours: "don-vi",
  entryReviewInvalid: "xem-lai",
  procedureWithoutLimit: "thoi-han",
  procedureWithoutDossier: "ho-so",
  serviceWithoutLevel: "muc-do",
  serviceProcedureUnknown: "thu-tuc",
  serviceLinkInvalid: "dia-chi-ngoai",
  serviceLinkOutside: "ly-do-ngoai",
};
