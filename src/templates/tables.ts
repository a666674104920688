/** A template of a story or a page, as its newest version says. Never deleted: drafts remember it. */
export interface TemplateTable {
  id: string;
  /** STORY, PAGE */
  kind: string;
  version: number;
  is_active: number;
  created_at: string;
}

export interface TemplateVersionTable {
  template_id: string;
  version: number;
  name: string;
  hint: string;
  /** JSON of `TemplateText`. */
  content: string;
  is_active: number;
  person_id: string;
  hat: string;
  at: string;
  seq: number;
}

/** What was begun from which version of which template. */
export interface TemplateUseTable {
  /** `article:<id>`, `page:<id>` */
  subject: string;
  template_id: string;
  version: number;
  seq: number;
}

export interface TemplateTables {
  template: TemplateTable;
  template_version: TemplateVersionTable;
  template_use: TemplateUseTable;
}
