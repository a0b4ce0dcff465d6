import {
  CheckCircleFilled,
  CloseCircleFilled,
  ExclamationCircleFilled,
  QuestionCircleOutlined,
  RiseOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { ObligationState } from '../../theme/tokens';

/** The icon of each state: a shape of its own, so that nobody depends on colours. */
export const stateIcons: Record<ObligationState, ComponentType> = {
  MET: CheckCircleFilled,
  ON_TRACK: RiseOutlined,
  AT_RISK: ExclamationCircleFilled,
  NOT_MET: CloseCircleFilled,
  UNKNOWN: QuestionCircleOutlined,
};
