import { describe, expect, it } from 'vitest';
import {
  dayInWords,
  instantAsTime,
  listInWords,
  momentInWords,
  numberInWords,
  sizeInWords,
  weekdayName,
} from './format.js';

describe('dates in words', () => {
  it('say the day, the date and the hour as people do', () => {
    expect(momentInWords('2026-03-03', '14:00', 'fr')).toBe('mardi 3\u00a0mars 2026, 14\u00a0h\u00a000');
    expect(momentInWords('2026-03-03', '09:05', 'en')).toBe('Tuesday 3\u00a0March 2026, 09:05');
  });
  it('call the first of the month "1er"', () => {
    expect(dayInWords('2026-05-01', 'fr')).toBe('vendredi 1er\u00a0mai 2026');
  });
  it('tell the hour of an instant where the meeting is, in winter and in summer', () => {
    expect(instantAsTime('2026-03-12T13:05:00.000Z', 'Europe/Paris', 'fr')).toBe('14\u00a0h\u00a005');
    expect(instantAsTime('2026-07-12T13:05:00.000Z', 'Europe/Paris', 'fr')).toBe('15\u00a0h\u00a005');
    expect(instantAsTime('2026-03-12T13:05:00.000Z', 'Indian/Reunion', 'fr')).toBe('17\u00a0h\u00a005');
  });
  it('name the days of the week from Monday', () => {
    expect([0, 6].map((day) => weekdayName(day, 'fr'))).toEqual(['lundi', 'dimanche']);
  });
});

describe('numbers and lists', () => {
  it('follow the language', () => {
    expect(numberInWords(0.5, 'fr')).toBe('0,5');
    expect(listInWords(['a', 'b', 'c'], 'fr')).toBe('a, b et c');
  });
});

describe('a file', () => {
  it('has a size as people say it', () => {
    expect(sizeInWords(12, 'fr')).toBe('1\u00a0Ko');
    expect(sizeInWords(85_650, 'fr')).toBe('84\u00a0Ko');
    expect(sizeInWords(1024 * 1024 - 1, 'fr'), 'never 1 024 Ko').toBe('1\u00a0Mo');
    expect(sizeInWords(3.24 * 1024 * 1024, 'fr')).toBe('3,2\u00a0Mo');
    expect(sizeInWords(12.34 * 1024 ** 3, 'fr')).toBe('12,3\u00a0Go');
    expect(sizeInWords(3.24 * 1024 * 1024, 'en')).toBe('3.2\u00a0MB');
  });
});
