import { actWithin, type By, type Command } from "../act.ts";
import type { Id } from "../kernel/ids.ts";
import { addDocument } from "../library/commands/add-document.ts";
import { publishDocument } from "../library/commands/publish-document.ts";
import { addFile } from "../library/commands/put-file.ts";
import { relate } from "../library/commands/relate.ts";
import { saveBasis } from "../library/commands/save-basis.ts";
import { documentName } from "../library/document.ts";
import { FIRST_BASES } from "../library/legal-bases.ts";
import { parseNumberSymbol } from "../library/number-symbol.ts";
import { keepAttachment } from "../media/upload.ts";
import type { Portal } from "../portal.ts";
import type { SampleCentre } from "./centre.ts";
import type { SampleClock } from "./clock.ts";
import { type Days, daysFrom } from "./days.ts";
import { type SampleDocument, sampleDocuments } from "./library-documents.ts";
import { docx } from "./sample-files.ts";

/** Working days before today when the library was put in order, a few minutes after the centre was entered. */
const PUT_IN_ORDER = 46;
/** Working days from today to the next review of a document that says nothing else. */
const REVIEWED = -120;

/**
 * The library of the sample centre, entered by the secretary through the commands a form uses: documents with files,
 * relations and reviews, some of them due, and the first legal bases.
 */
export async function fillLibrary(portal: Portal, centre: SampleCentre, clock: SampleClock): Promise<void> {
  const days = daysFrom(clock.today);
  clock.set(days.at(PUT_IN_ORDER, "07:50"));
  const by: By = { person: centre.people.thuky!.id, hat: "SECRETARY" };
  const documents = sampleDocuments(days);
  const files = new Map<string, string>();
  for (const document of documents.filter(({ isDraft }) => !isDraft)) {
    files.set(document.number, await fileOf(portal, document, by));
  }
  await portal.database.transact(async (tx) => {
    const enter = async <I, S, C>(command: Command<I, S, C>, input: I): Promise<C> => {
      const answer = await actWithin(tx, clock.now(), by, command, input);
      if (answer.ok) return answer.value;
      throw new Error(`${command.name}: ${answer.error.map(({ code }) => code).join(", ")}`);
    };
    const ids = new Map<string, Id>();
    for (const document of documents) {
      const { id } = await enter(addDocument, inputOf(document, centre, days));
      ids.set(document.number, id);
      const file = files.get(document.number);
      if (file) {
        await enter(addFile, {
          document: id,
          file,
          title: `Toàn văn ${documentName(document)}`,
          language: "vi",
          note: "",
        });
        await enter(publishDocument, { document: id });
      }
      for (const [kind, number, on = ""] of document.relations ?? []) {
        await enter(relate, { from: id, to: ids.get(number)!, kind, on });
      }
    }
    for (const basis of FIRST_BASES) await enter(saveBasis, basis);
  });
}

function inputOf(document: SampleDocument, centre: SampleCentre, days: Days) {
  const { effectiveOn = "", issuedOn } = document;
  return {
    kind: document.kind,
    number: document.number,
    issuedOn,
    issuer: document.issuer ?? "Trung tâm Giáo dục thường xuyên Hải Phòng",
    signer: document.signer ?? centre.people.giamdoc!.fullName,
    abstract: document.abstract,
    effectiveOn,
    effectiveTo: document.effectiveTo ?? "",
    field: document.field ? centre.fields[document.field]! : "",
    unit: centre.units[document.unit]!,
    earlyReason:
      effectiveOn !== "" && effectiveOn < issuedOn ? "Áp dụng từ đầu năm ngân sách theo quy định tại văn bản" : "",
    text: document.text ?? "",
    reviewOn: days.day(document.reviewBack ?? REVIEWED),
  };
}

/** A Word file of the document as a sample has it: its head, its words, its end. */
async function fileOf(portal: Portal, document: SampleDocument, by: By): Promise<string> {
  const { number, abstract, signer = "GIÁM ĐỐC" } = document;
  const bytes = docx(
    [
      (document.issuer ?? "TRUNG TÂM GIÁO DỤC THƯỜNG XUYÊN HẢI PHÒNG").toUpperCase(),
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      `Số: ${parseNumberSymbol(number)}`,
      documentName(document).toUpperCase(),
      abstract,
      ...(document.text ?? "Bản mẫu dùng thử, không phải bản gốc của văn bản.").split("\n"),
      signer,
    ].map((line) => line.replace(/[<>&]/g, "")),
  );
  const kept = await keepAttachment(portal, { bytes, name: `${number.replaceAll("/", "-")}.docx`, by: by.person });
  if (!kept.ok) throw new Error(kept.error.message);
  return kept.value.file;
}
