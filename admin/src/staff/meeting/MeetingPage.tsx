import { useRole } from '../../shell/session-context';
import { MeetingOnly } from './MeetingOnly';
import './meeting.css';
import { StaffMeeting } from './StaffMeeting';

/** The page of a meeting. Who reads no people sees the meeting without its sheet. */
export function MeetingPage({ id }: { id: string }) {
  return useRole() === 'EPCI_STAFF' ? <StaffMeeting id={id} /> : <MeetingOnly id={id} />;
}
