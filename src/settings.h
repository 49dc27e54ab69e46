/* The table of scalar settings, for the files that walk it. Internal. */
#ifndef SL_SETTINGS_H
#define SL_SETTINGS_H

#include "spiral_lab.h"

#define TEXT_OF(number) #number
#define TEXT(number)    TEXT_OF(number)

/* One row a scalar setting: the single source of names, ranges and defaults for every host. */
typedef struct sl_setting {
    const char *name;
    size_t offset;
    sl_kind kind;
    double minimum, maximum, initial;
    bool live;                  /* may change while a trainer is at work */
    const char *const *choices; /* ended by NULL */
    const char *message;        /* of its status */
} sl_setting;

const sl_setting *sl_setting_at(int index);

/* Outputs of the network: the classes of the data that the settings ask for. */
int32_t sl_settings_classes(const sl_settings *settings);

/* The activation of a hidden layer: its own, or the settings' one. */
sl_activation sl_settings_activation(const sl_settings *settings, int layer);

#endif
