/*
 * A run by the native build, as saved bytes on standard output, for tests/node/native.test.mjs to
 * hold against the WebAssembly build's. Arguments: steps, hidden layers as 16,8:tanh, then
 * name=value, points=500,100,20 among them.
 */
#include "support.h"

static int index_of(const char *const *names, int count, const char *name)
{
    for (int i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0) return i;
    return -1;
}

static bool set_layers(sl_settings *settings, char *text)
{
    static const char *const activations[] = {"linear", "relu", "leaky_relu",
                                              "elu",    "tanh", "sigmoid"};
    double units[SL_MAX_HIDDEN_LAYERS], own[SL_MAX_HIDDEN_LAYERS];
    int layers = 0;
    for (char *part = strtok(text, ","); part; part = strtok(NULL, ","), layers++) {
        char *colon = strchr(part, ':');
        if (colon) *colon++ = '\0';
        own[layers] = colon ? index_of(activations, 6, colon) : SL_DEFAULT_ACTIVATION;
        units[layers] = atof(part);
    }
    return sl_settings_set_layers(settings, units, own, layers) == SL_OK;
}

static bool set_points(sl_settings *settings, char *text)
{
    double points[SL_MAX_CLASSES];
    int count = 0;
    for (char *part = strtok(text, ","); part && count < SL_MAX_CLASSES; part = strtok(NULL, ","))
        points[count++] = atof(part);
    return sl_settings_set_points(settings, points, count) == SL_OK;
}

static bool set_scalar(sl_settings *settings, char *text)
{
    char *value = strchr(text, '=');
    if (!value) return false;
    *value++ = '\0';
    if (strcmp(text, "points") == 0) return set_points(settings, value);
    int row = setting(text), choice = 0;
    const char *name;
    while ((name = sl_setting_choice(row, choice)) && strcmp(name, value) != 0) choice++;
    return sl_settings_set(settings, row, name ? choice : atof(value)) == SL_OK;
}

int main(int argc, char **argv)
{
    sl_settings settings;
    sl_settings_init(&settings);
    if (argc < 3 || !set_layers(&settings, argv[2])) return 2;
    for (int i = 3; i < argc; i++)
        if (!set_scalar(&settings, argv[i])) return 2;

    sl_trainer *trainer = make(&settings);
    if (sl_trainer_train(trainer, atoi(argv[1]))) return 3;
    size_t size = sl_trainer_saved_size(trainer);
    uint8_t *bytes = malloc(size);
    CHECK_INT(sl_trainer_save(trainer, bytes), SL_OK);
    bool written = fwrite(bytes, 1, size, stdout) == size;
    free(bytes);
    sl_trainer_free(trainer);
    return written ? check_verdict() : 1;
}
