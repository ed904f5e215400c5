/** Verbs for what is done to somebody for what he is said to have done: whoever is punished is against it. */
export const PUNISHING =
  /^(?:sentence|convict|jail|imprison|indict|charge|sanction|blacklist|expel|suspend|fine|impeach|oust|detain|arrest|deport|prosecute|try|sack|dismiss|fire|remove|punish|recall|censure|discipline|investigate|execute|evict|exile|extradite)$/;
