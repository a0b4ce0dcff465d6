import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, ID, Info, Int, Mutation, Resolver } from 'type-graphql';
import { codeList, enumOf } from '../../concept/enums.js';
import { conceptOf } from '../../concept/meta.js';
import { DateScalar, TimeScalar } from '../../concept/scalars.js';
import { inputType } from '../../concept/type-graphql.js';
import { argumentDescription, operationDescription } from '../../concept/vocabulary.js';
import { type Add, Adding } from '../../graphql/adding.js';
import type { Context } from '../../graphql/context.js';
import { Attendance } from './attendance.entity.js';
import { AttendanceMode } from './meeting.codes.js';
import { declareOutsideTraining, type OutsideTraining } from './outside-training.service.js';
import { answerMeeting, decideDeclaration, declareAttendance, signIn } from './participation.service.js';

const Mode = enumOf(codeList({ AttendanceMode }));
const meetingIdArgument = { description: argumentDescription('meetingId') };
const modeArgument = { description: argumentDescription('mode') };
const idArgument = { description: argumentDescription('id') };
const revisionArgument = { description: argumentDescription('revision') };

const OutsideTrainingInput = inputType('OutsideTrainingInput', {
  title: { type: () => String },
  heldOn: { type: () => DateScalar },
  startTime: { type: () => TimeScalar },
  endTime: { type: () => TimeScalar },
  place: { type: () => String, nullable: true },
  organiserName: { type: () => String, nullable: true },
  mode: { type: () => Mode, nullable: true },
});

const line = ({ reader }: Context, info: GraphQLResolveInfo, key: string) =>
  reader.byKey(conceptOf(Attendance), info, key);

/** What agents write of their own participation, and what staff makes of their declarations. */
@Resolver()
export class ParticipationResolver {
  @Authorized(['AGENT'])
  @Mutation(() => Attendance, { description: operationDescription('answerMeeting') })
  async answerMeeting(
    @Arg('meetingId', () => ID, meetingIdArgument) meetingId: string,
    @Arg('coming', () => Boolean, { description: argumentDescription('coming') }) coming: boolean,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return line(context, info, await answerMeeting(context.em, context.caller, meetingId, coming));
  }

  @Authorized(['AGENT'])
  @Mutation(() => Attendance, { description: operationDescription('signInToMeeting') })
  async signInToMeeting(
    @Arg('meetingId', () => ID, meetingIdArgument) meetingId: string,
    @Arg('mode', () => Mode, modeArgument) mode: AttendanceMode,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return line(context, info, await signIn(context.em, context.caller, context.clock, meetingId, mode));
  }

  @Authorized(['AGENT'])
  @Mutation(() => Attendance, { description: operationDescription('declareAttendance') })
  async declareAttendance(
    @Arg('meetingId', () => ID, meetingIdArgument) meetingId: string,
    @Arg('mode', () => Mode, { ...modeArgument, nullable: true }) mode: AttendanceMode | undefined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return line(
      context,
      info,
      await declareAttendance(context.em, context.caller, context.clock, meetingId, mode ?? null),
    );
  }

  @Authorized(['AGENT'])
  @Mutation(() => Attendance, { description: operationDescription('declareOutsideTraining') })
  async declareOutsideTraining(
    @Arg('input', () => OutsideTrainingInput, { description: argumentDescription('input') }) input: OutsideTraining,
    @Adding() add: Add,
    @Ctx() { caller, clock }: Context,
  ) {
    return add(Attendance, (em) => declareOutsideTraining(em, caller, clock, input));
  }

  @Authorized(['EPCI_STAFF'])
  @Mutation(() => Attendance, { description: operationDescription('confirmAttendance') })
  async confirmAttendance(
    @Arg('id', () => ID, idArgument) id: string,
    @Arg('revision', () => Int, revisionArgument) revision: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return line(context, info, await decideDeclaration(context.em, { id, revision }, 'CONFIRMED'));
  }

  @Authorized(['EPCI_STAFF'])
  @Mutation(() => Attendance, { description: operationDescription('refuseAttendance') })
  async refuseAttendance(
    @Arg('id', () => ID, idArgument) id: string,
    @Arg('revision', () => Int, revisionArgument) revision: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return line(context, info, await decideDeclaration(context.em, { id, revision }, 'REFUSED'));
  }
}
