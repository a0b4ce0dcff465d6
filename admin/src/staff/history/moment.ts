import dayjs from 'dayjs';

/** The day and the wall time of an instant where the reader is. */
export const localDay = (instant: string): string => dayjs(instant).format('YYYY-MM-DD');
export const localTime = (instant: string): string => dayjs(instant).format('HH:mm');
