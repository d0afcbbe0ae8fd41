package user;

/** A hip as a registry has it. */
record RegistryHip(int days, boolean replaced, String stage, String patient) {}
