import type { Account } from '../../vocabulary/account.js';
import type { Contact } from '../../vocabulary/lead.js';
import type { Profile, ProfileValue } from '../../vocabulary/words.js';

/** Who at the account is meant, where criteria ask about people. */
export interface Whom {
  /** The contact that is to be called. What is asked of a contact is not known where none is given. */
  readonly contact?: Contact | undefined;
  /** All known contacts of the account, each once; an empty list says that there are none. Not known where left out. */
  readonly contacts?: readonly Contact[] | undefined;
}

/** What a condition looks at. */
export interface Subject {
  readonly account: Profile;
  readonly contact: Profile;
  readonly contacts: readonly Profile[] | null;
}

export const subjectOf = ({ attributes }: Account, { contact, contacts }: Whom): Subject => ({
  account: attributes,
  contact: contact === undefined ? NOTHING : contactIn(contact),
  contacts: contacts === undefined ? null : contacts.map(contactIn),
});

const NOTHING: Profile = {};

/** A contact as a condition sees it. */
export const contactIn = ({ attributes }: Contact): Profile => attributes ?? NOTHING;

/** An attribute by name, and whose. */
export interface Attribute {
  readonly attribute: string;
  readonly about?: 'contact';
}

/** Whether every object inherits something of this name, such as `constructor`. */
export const isInherited = (attribute: string): boolean => attribute in Object.prototype;

/** Reads one attribute. Names that every object inherits, such as `constructor`, are no attributes. */
export const attributeReader = ({ attribute, about }: Attribute): ((subject: Subject) => ProfileValue | undefined) => {
  if (isInherited(attribute)) {
    const own = (profile: Profile): ProfileValue | undefined => (Object.hasOwn(profile, attribute) ? profile[attribute] : undefined);
    return about === 'contact' ? ({ contact }) => own(contact) : ({ account }) => own(account);
  }
  return about === 'contact' ? ({ contact }) => contact[attribute] : ({ account }) => account[attribute];
};
