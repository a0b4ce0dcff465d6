import { ID, Int } from 'type-graphql';
import { Level } from '../../base/codes.js';
import { codeType } from '../../concept/enums.js';
import { DateTimeScalar } from '../../concept/scalars.js';
import { inputType, objectType } from '../../concept/type-graphql.js';
import { AttendanceMode, AttendanceState, Confirmation, SignedBy } from './meeting.codes.js';

const text = () => String;
const id = () => ID;

const SheetAttendance = objectType('SheetAttendance', {
  id: { type: id },
  revision: { type: () => Int },
  state: { type: codeType({ AttendanceState }) },
  mode: { type: codeType({ AttendanceMode }), nullable: true },
  signedAt: { type: () => DateTimeScalar, nullable: true },
  signedBy: { type: codeType({ SignedBy }), nullable: true },
  contributed: { type: () => Boolean },
  confirmation: { type: codeType({ Confirmation }), nullable: true },
});

export const SheetAgent = objectType('SheetAgent', {
  agentId: { type: id },
  firstName: { type: text },
  lastName: { type: text },
  jobTitle: { type: text, nullable: true },
  organisationName: { type: text },
  attendance: { type: () => SheetAttendance, nullable: true },
});

export const SheetGuichet = objectType('SheetGuichet', {
  guichetId: { type: id },
  guichetName: { type: text },
  communeName: { type: text },
  level: { type: codeType({ Level }) },
  agents: { type: () => [SheetAgent] },
});

export const SheetLineInput = inputType('SheetLineInput', {
  agentId: { type: id },
  state: { type: codeType({ AttendanceState }) },
  mode: { type: codeType({ AttendanceMode }), nullable: true },
  contributed: { type: () => Boolean, defaultValue: false },
});
