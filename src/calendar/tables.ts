/** What the centre entered beside the known holidays: one more day off, or a day worked although the list says no. */
export interface HolidayTable {
  /** `YYYY-MM-DD` */
  day: string;
  name: string;
  /** 1: nobody works; 0: the centre works. */
  is_off: number;
  changed_at: string;
  changed_by: string;
}

export interface CalendarTables {
  holiday: HolidayTable;
}
