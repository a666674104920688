import { officialAddress, type SiteFrame } from "../site/frame.ts";
import { DOCUMENT_KINDS, type DocumentFile, type LibraryDocument } from "./document.ts";
import type { Validity } from "./validity.ts";

/** Dữ liệu đặc tả of a document, in the words of schema.org (law.md §2, item 6). */
export function documentJsonLd(
  frame: SiteFrame,
  document: LibraryDocument,
  validity: Validity,
  files: readonly DocumentFile[],
  path: string,
): object {
  const address = officialAddress(frame, path);
  const isOver = validity.state === "EXPIRED" || validity.state === "NOT_YET";
  return {
    "@context": "https://schema.org",
    "@type": "Legislation",
    "@id": address,
    url: address,
    name: document.abstract,
    inLanguage: "vi",
    legislationIdentifier: document.number,
    legislationType: DOCUMENT_KINDS[document.kind],
    legislationDate: document.issuedOn,
    legislationDateVersion: document.effectiveOn,
    legislationPassedBy: { "@type": "Organization", name: document.issuer },
    legislationResponsible: { "@type": "Person", name: document.signer },
    legislationLegalForce: `https://schema.org/${isOver ? "NotInForce" : validity.state === "AMENDED" ? "PartiallyInForce" : "InForce"}`,
    temporalCoverage: `${document.effectiveOn}/${document.effectiveTo ?? ".."}`,
    publisher: { "@type": "EducationalOrganization", name: frame.siteName, url: officialAddress(frame, "/") },
    encoding: files.map(({ hash, name, title, mime, size, language }) => ({
      "@type": "MediaObject",
      contentUrl: officialAddress(frame, `/tep/${hash}/${name}`),
      name: title,
      encodingFormat: mime,
      contentSize: String(size),
      inLanguage: language,
      sha256: hash,
    })),
  };
}
