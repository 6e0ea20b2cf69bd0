import { byText } from '../../../kernel/group.js';

/** Which attribute is spoken of, and whose. */
export interface FeatureName {
  readonly name: string;
  readonly about: 'account' | 'contact';
}

/** The order of attributes: the account's before the contact's, by name. */
export const byFeature = (a: FeatureName, b: FeatureName): number => byText(a.about, b.about) || byText(a.name, b.name);

/** One text for each attribute, for maps. */
export const featureKey = ({ about, name }: FeatureName): string => `${about} ${name}`;
