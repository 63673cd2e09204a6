#include "ui/session/row_model.h"
