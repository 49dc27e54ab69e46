/* What a host that cannot read spiral_lab.h needs: limits, sizes of structs, and their fields. */
#ifndef SL_WASM_H
#define SL_WASM_H

#include "spiral_lab.h"

SL_API int sl_max_hidden_layers(void);    /* SL_MAX_HIDDEN_LAYERS */
SL_API int sl_max_units(void);            /* SL_MAX_UNITS */
SL_API int sl_max_classes(void);          /* SL_MAX_CLASSES */
SL_API double sl_trainer_max_bytes(void); /* SL_MAX_MEGABYTES, in bytes */

SL_API int sl_status_count(void);     /* SL_STATUS_COUNT */
SL_API size_t sl_settings_size(void); /* sizeof(sl_settings) */
SL_API size_t sl_random_size(void);   /* sizeof(sl_random) */

/* Of settings: the number of hidden layers, and of one of them its units and own activation. */
SL_API int sl_settings_layers(const sl_settings *settings);
SL_API double sl_settings_units(const sl_settings *settings, int layer);
SL_API int sl_settings_own_activation(const sl_settings *settings, int layer);

/* How many classes have a number of points of their own, 0 or all; and that number. */
SL_API int sl_settings_point_counts(const sl_settings *settings);
SL_API double sl_settings_points_of(const sl_settings *settings, int label);

#endif
