import { officialAddress, type SiteFrame } from "../site/frame.ts";

/** A procedure or service for machines, in the words of schema.org. */
export function serviceJsonLd(
  frame: SiteFrame,
  service: { readonly name: string; readonly path: string; readonly field: string; readonly link?: string },
): object {
  return {
    "@type": "GovernmentService",
    name: service.name,
    url: officialAddress(frame, service.path),
    serviceType: service.field,
    inLanguage: "vi",
    provider: { "@type": "EducationalOrganization", name: frame.siteName, url: officialAddress(frame, "/") },
    ...(service.link ? { availableChannel: { "@type": "ServiceChannel", serviceUrl: service.link } } : {}),
  };
}
