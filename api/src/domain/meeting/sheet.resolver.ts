import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import {
  Arg,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Info,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { UnknownId } from '../../base/shared.errors.js';
import { conceptOf, type Sql } from '../../concept/meta.js';
import {
  argumentDescription,
  fieldDescription,
  operationDescription,
  typeDescription,
} from '../../concept/vocabulary.js';
import type { Context } from '../../graphql/context.js';
import { keyOf } from '../../write/input.js';
import { Meeting } from './meeting.entity.js';
import { correctSheet, type SheetLineGiven, saveSheet } from './sheet.service.js';
import { sheetGuichets, sheetOthers } from './sheet.sql.js';
import { SheetAgent, SheetGuichet, SheetLineInput } from './sheet.types.js';

/** A meeting's attendance sheet. Its parts are asked of the reader in the same turn: one statement brings them all. */
@ObjectType('MeetingSheet', { description: typeDescription('MeetingSheet') })
class MeetingSheet {
  constructor(readonly meetingKey: string) {}
}

const known = <T>(value: T | null): T => {
  if (value === null) throw new UnknownId('Meeting', 'meetingId');
  return value;
};
const ofMeeting = (key: string, part: Sql): Sql =>
  sql`case when exists (select 1 from meeting where id = ${key}::bigint) then ${part} end`;

@Resolver(() => MeetingSheet)
export class SheetResolver {
  @Authorized(['EPCI_STAFF'])
  @Query(() => MeetingSheet, { description: operationDescription('meetingSheet') })
  meetingSheet(
    @Arg('meetingId', () => ID, { description: argumentDescription('meetingId') }) meetingId: string,
  ): MeetingSheet {
    return new MeetingSheet(keyOf(conceptOf(Meeting), meetingId, 'meetingId'));
  }

  @FieldResolver(() => Meeting, { description: fieldDescription('MeetingSheet', 'meeting') })
  async meeting(@Root() { meetingKey }: MeetingSheet, @Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return known(await reader.byKey(conceptOf(Meeting), info, meetingKey));
  }

  @FieldResolver(() => [SheetGuichet], { description: fieldDescription('MeetingSheet', 'guichets') })
  async guichets(@Root() { meetingKey }: MeetingSheet, @Ctx() { reader }: Context) {
    return known(await reader.run(ofMeeting(meetingKey, sheetGuichets(meetingKey))));
  }

  @FieldResolver(() => [SheetAgent], { description: fieldDescription('MeetingSheet', 'others') })
  async others(@Root() { meetingKey }: MeetingSheet, @Ctx() { reader }: Context) {
    return known(await reader.run(ofMeeting(meetingKey, sheetOthers(meetingKey))));
  }

  @Authorized(['EPCI_STAFF'])
  @Mutation(() => Meeting, { description: operationDescription('saveAttendanceSheet') })
  async saveAttendanceSheet(
    @Arg('meetingId', () => ID, { description: argumentDescription('meetingId') }) meetingId: string,
    @Arg('lines', () => [SheetLineInput], { description: argumentDescription('lines', 'saveAttendanceSheet') })
    lines: SheetLineGiven[],
    @Ctx() { em, caller, reader, clock }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.byKey(conceptOf(Meeting), info, await saveSheet(em, caller, clock, meetingId, lines));
  }

  @Authorized(['EPCI_STAFF'])
  @Mutation(() => Meeting, { description: operationDescription('correctAttendanceSheet') })
  async correctAttendanceSheet(
    @Arg('meetingId', () => ID, { description: argumentDescription('meetingId') }) meetingId: string,
    @Arg('motive', () => String, { description: argumentDescription('motive') }) motive: string,
    @Arg('lines', () => [SheetLineInput], { description: argumentDescription('lines', 'correctAttendanceSheet') })
    lines: SheetLineGiven[],
    @Ctx() { em, reader, clock }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.byKey(conceptOf(Meeting), info, await correctSheet(em, clock, meetingId, motive, lines));
  }
}
