import { crud } from '../../graphql/crud.js';
import { Notice } from './notice.entity.js';

export const noticeOperations = crud(Notice);
