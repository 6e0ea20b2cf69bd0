import { terminalText } from 'revpact/report';
import { complaintText, type Complaint } from '../read/complaint.js';

/** One line each; what came from a file cannot steer the terminal. */
export const complaintLines = (complaints: readonly Complaint[]): string => complaints.map((one) => `${terminalText(complaintText(one))}\n`).join('');
