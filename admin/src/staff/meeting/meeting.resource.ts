import { CalendarOutlined } from '@ant-design/icons';
import { defineResource } from '../../crud/define';
import { lazily } from '../../shell/lazily';
import { ConfirmationCell } from './ConfirmationCell';

const WaitingDeclarations = lazily(async () => (await import('./WaitingDeclarations')).WaitingDeclarations);

export const meetings = defineResource({
  concept: 'Meeting',
  icon: CalendarOutlined,
  menu: { group: 'activity', position: 3 },
  list: {
    before: WaitingDeclarations,
    sort: ['-heldOn', '-startTime'],
    columns: ['title', 'kind', 'heldOn', 'startTime', 'place', 'levels', 'state'],
    filters: [
      'kind',
      'state',
      'levels',
      'heldOn',
      { preset: 'toCome', where: (today) => ({ heldOn: { gte: today }, state: { ne: 'CANCELLED' } }) },
      { preset: 'notClosed', where: (today) => ({ heldOn: { lt: today }, state: { in: ['PLANNED', 'OPEN'] } }) },
    ],
  },
  form: [
    { title: 'meeting', fields: [{ path: 'title', wide: true }, 'kind', 'heldOn', 'startTime', 'endTime', 'levels'] },
    { title: 'where', fields: ['place', 'videoLink', 'organiser'] },
    { title: 'agenda', fields: ['agenda'] },
  ],
  // The list's rows lead here; the page itself is one of its own.
  page: { state: ['state', 'kind'], sections: [] },
  showPage: async () => (await import('./MeetingPage')).MeetingPage,
});

export const attendances = defineResource({
  concept: 'Attendance',
  verbs: [],
  list: {
    columns: [
      'agent',
      'agent.organisation',
      'meeting',
      'meeting.heldOn',
      'state',
      'mode',
      'signedBy',
      {
        path: 'confirmation',
        render: ConfirmationCell,
        needs: ['revision', 'agent.firstName', 'agent.lastName'],
      },
    ],
    filters: [
      'state',
      'meeting',
      'agent',
      'confirmation',
      // What is declared and not decided yet counts for nothing.
      { preset: 'counted', where: () => ({ confirmation: { ne: 'PENDING' } }) },
      'signedBy',
      'contributed',
      'meeting.heldOn',
      'meeting.state',
      'meeting.outside',
    ],
    sort: ['-meeting.heldOn', 'agent'],
  },
});
