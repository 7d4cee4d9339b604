#include <program/commands.h>

int main(int argc, char** argv) { return forecourt::program::run_command(argc, argv); }
