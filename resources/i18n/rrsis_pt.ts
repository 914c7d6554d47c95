<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
  <context>
    <name>RRSIS</name>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <location filename="../../plugin/algorithms/export_samples.py" />
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Imagery</source>
      <translation>Imagens</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Replace the output whatever it holds</source>
      <translation>Substituir a saída seja qual for o conteúdo</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Fetching the imagery</source>
      <translation>Obtendo as imagens</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Downloading the weights</source>
      <translation>Baixando os pesos</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Reading the weights</source>
      <translation>Lendo os pesos</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Starting the model's process</source>
      <translation>Iniciando o processo do modelo</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Starting</source>
      <translation>Iniciando</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Loading the model</source>
      <translation>Carregando o modelo</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Opening the raster</source>
      <translation>Abrindo o raster</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Searching</source>
      <translation>Procurando</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Reading the samples</source>
      <translation>Lendo as amostras</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Learning</source>
      <translation>Aprendendo</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Measuring</source>
      <translation>Medindo</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Making polygons</source>
      <translation>Criando polígonos</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Writing the results</source>
      <translation>Gravando os resultados</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Writing to the project's file</source>
      <translation>Gravando no arquivo do projeto</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Step {done} of {total}</source>
      <translation>Passo {done} de {total}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Image {done} of {total}</source>
      <translation>Imagem {done} de {total}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Tile {done} of {total}</source>
      <translation>Bloco {done} de {total}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Model</source>
      <translation>Modelo</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>The extent "{extent}" is empty or has no place in the layer's coordinate system. Choose another, or leave it empty for the whole layer.</source>
      <translation>A extensão “{extent}” está vazia ou não tem lugar no sistema de coordenadas da camada. Escolha outra, ou deixe o campo vazio para a camada inteira.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{hours} h {minutes} min</source>
      <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Cancelled.</source>
      <translation>Cancelado.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Model by name, instead</source>
      <translation>Em vez disso, modelo pelo nome</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <location filename="../../plugin/setup.py" />
      <source>{done} of {total}</source>
      <translation>{done} de {total}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{n} s</source>
      <translation>{n} s</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{n} min</source>
      <translation>{n} min</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{rate:.1f} tiles/s</source>
      <translation>{rate:.1f} blocos/s</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{time} left</source>
      <translation>faltam {time}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>What was finished lies in {file}.</source>
      <translation>O que foi concluído está em {file}.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Evaluate against a layer</source>
      <translation>Avaliar em relação a uma camada</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <location filename="../../plugin/algorithms/export_samples.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Quality</source>
      <translation>Qualidade</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Compares found polygons with known ones: precision, recall and overlap.</source>
      <translation>Compara polígonos encontrados com conhecidos: precisão, revocação e sobreposição.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>&lt;p&gt;Compares &lt;strong&gt;found&lt;/strong&gt; polygons with &lt;strong&gt;known&lt;/strong&gt; ones, such as buildings that somebody digitised.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;&lt;strong&gt;Precision&lt;/strong&gt;: the share of found objects that are known.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;Recall&lt;/strong&gt;: the share of known objects that were found.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;F1&lt;/strong&gt;: their harmonic mean.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;IoU of the area&lt;/strong&gt;: the area that both cover over the area that either covers, whatever the objects.&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;An object counts as found where its overlap (intersection over union) with a known one is at least the &lt;strong&gt;smallest overlap&lt;/strong&gt;; each counts once. Give an &lt;strong&gt;extent&lt;/strong&gt; where the known polygons are complete in a part of the area alone. The layer that comes out says of each object whether it is right, wrong or missed.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:evaluate -- FOUND=found.gpkg KNOWN=buildings.gpkg OUTPUT=verdicts.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Compara polígonos &lt;strong&gt;encontrados&lt;/strong&gt; com polígonos &lt;strong&gt;conhecidos&lt;/strong&gt;, como edifícios que alguém digitalizou.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;&lt;strong&gt;Precisão&lt;/strong&gt;: a proporção dos objetos encontrados que são conhecidos.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;Revocação&lt;/strong&gt;: a proporção dos objetos conhecidos que foram encontrados.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;F1&lt;/strong&gt;: a média harmônica das duas.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;IoU da área&lt;/strong&gt;: a área que ambos cobrem dividida pela área que qualquer um deles cobre, quaisquer que sejam os objetos.&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Um objeto conta como encontrado quando a sua sobreposição (interseção sobre união) com um conhecido é pelo menos a &lt;strong&gt;sobreposição mínima&lt;/strong&gt;; cada um conta uma vez. Indique uma &lt;strong&gt;extensão&lt;/strong&gt; quando os polígonos conhecidos só estão completos em parte da área. A camada resultante diz de cada objeto se está certo, errado ou omitido.&lt;/p&gt;&lt;p&gt;Exemplo: &lt;code&gt;qgis_process run rrsis:evaluate -- FOUND=found.gpkg KNOWN=buildings.gpkg OUTPUT=verdicts.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Found polygons</source>
      <translation>Polígonos encontrados</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Known polygons</source>
      <translation>Polígonos conhecidos</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Extent</source>
      <translation>Extensão</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Smallest overlap (IoU)</source>
      <translation>Sobreposição mínima (IoU)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Right, wrong and missed objects</source>
      <translation>Objetos certos, errados e omitidos</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Precision</source>
      <translation>Precisão</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Recall</source>
      <translation>Revocação</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>IoU of the area</source>
      <translation>IoU da área</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Number of found objects</source>
      <translation>Número de objetos encontrados</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Number of known objects</source>
      <translation>Número de objetos conhecidos</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Number of objects that are right</source>
      <translation>Número de objetos certos</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>"{layer}" is no layer of polygons. Choose another one.</source>
      <translation>“{layer}” não é uma camada de polígonos. Escolha outra.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>A layer of polygons cannot be read. Choose another one.</source>
      <translation>Uma camada de polígonos não pode ser lida. Escolha outra.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>The folder {folder} does not exist: make it, or choose another.</source>
      <translation>A pasta {folder} não existe: crie-a ou escolha outra.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Export training samples</source>
      <translation>Exportar amostras de treinamento</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Writes pictures, polygons and phrases in the layout from which models are trained and measured.</source>
      <translation>Grava imagens, polígonos e frases na disposição com que os modelos são treinados e medidos.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>&lt;p&gt;Cuts the imagery into square tiles, in its own bands and values, and writes beside them which phrase means which polygons (&lt;code&gt;phrases.jsonl&lt;/code&gt;). The folder is what &lt;code&gt;rrsis evaluate --data FOLDER&lt;/code&gt; and the training scripts take.&lt;/p&gt;&lt;p&gt;The phrase is that of a &lt;strong&gt;field&lt;/strong&gt;, or the same for all polygons. All things that a phrase means should be digitised in the area, since what is not counts as something else. With &lt;strong&gt;tiles without objects&lt;/strong&gt; the phrase is also noted as absent where nothing lies.&lt;/p&gt;&lt;p&gt;Neighbouring tiles belong to one place, and a place is never parted between training and validation.&lt;/p&gt;&lt;p&gt;Example:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:exportsamples -- INPUT=ortho.tif POLYGONS=cars.gpkg PHRASE="cars" OUTPUT=samples&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Corta as imagens em blocos quadrados, com as suas próprias bandas e valores, e grava ao lado qual frase designa quais polígonos (&lt;code&gt;phrases.jsonl&lt;/code&gt;). Essa pasta é a que &lt;code&gt;rrsis evaluate --data FOLDER&lt;/code&gt; e os scripts de treinamento recebem.&lt;/p&gt;&lt;p&gt;A frase é a de um &lt;strong&gt;campo&lt;/strong&gt;, ou a mesma para todos os polígonos. Tudo o que uma frase designa deve estar digitalizado na área, pois o que não está conta como outra coisa. Com &lt;strong&gt;blocos sem objetos&lt;/strong&gt; a frase também é anotada como ausente onde não há nada.&lt;/p&gt;&lt;p&gt;Blocos vizinhos pertencem a um mesmo lugar, e um lugar nunca é dividido entre treinamento e validação.&lt;/p&gt;&lt;p&gt;Exemplo:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:exportsamples -- INPUT=ortho.tif POLYGONS=cars.gpkg PHRASE="cars" OUTPUT=samples&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>%n phrases</source>
      <translation>
        <numerusform>%n frase</numerusform>
        <numerusform>%n frases</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>%n tiles</source>
      <translation>
        <numerusform>%n bloco</numerusform>
        <numerusform>%n blocos</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The polygons have no field "{field}". They have: {fields}.</source>
      <translation>Os polígonos não têm o campo “{field}”. Têm: {fields}.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>"{folder}" holds samples already. Choose another folder, or tick “Replace the output whatever it holds”.</source>
      <translation>“{folder}” já contém amostras. Escolha outra pasta, ou marque “Substituir a saída seja qual for o conteúdo”.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Polygons</source>
      <translation>Polígonos</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Field with the phrase</source>
      <translation>Campo com a frase</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Phrase, where there is no field</source>
      <translation>Frase, se não houver campo</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Side of a tile (pixels)</source>
      <translation>Lado de um bloco (pixels)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Share kept for validation</source>
      <translation>Proporção reservada para validação</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Tiles without objects too</source>
      <translation>Também blocos sem objetos</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Folder for the samples</source>
      <translation>Pasta para as amostras</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Number of tiles</source>
      <translation>Número de blocos</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Number of phrases in tiles</source>
      <translation>Número de frases em blocos</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Give a field with the phrase, or a phrase for all polygons.</source>
      <translation>Indique um campo com a frase, ou uma frase para todos os polígonos.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The imagery or the polygons cannot be read. Choose other layers.</source>
      <translation>As imagens ou os polígonos não podem ser lidos. Escolha outras camadas.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Samples are cut from files. Export the layer as a GeoTIFF and use that.</source>
      <translation>As amostras são cortadas de arquivos. Exporte a camada como GeoTIFF e use esse arquivo.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The imagery is smaller than one tile. Choose a smaller side.</source>
      <translation>As imagens são menores que um bloco. Escolha um lado menor.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <location filename="../../plugin/messages.py" />
      <source>Cancelled; what was finished has been kept.</source>
      <translation>Cancelado; o que estava pronto foi mantido.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>There is no polygon with a phrase. Check the layer and the field.</source>
      <translation>Não há polígono com uma frase. Verifique a camada e o campo.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>{phrases} in {tiles}</source>
      <translation>{phrases} em {tiles}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>No place fell to validation, which fine-tuning and measuring need. Choose smaller tiles or a larger area.</source>
      <translation>Nenhum lugar ficou para a validação, de que o ajuste e a avaliação precisam. Escolha blocos menores ou uma área maior.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The samples cannot be written to "{folder}": {reason}</source>
      <translation>As amostras não podem ser gravadas em “{folder}”: {reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch a model</source>
      <translation>Obter um modelo</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/status.py" />
      <source>Set-up</source>
      <translation>Instalação</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Brings the weights of a model to this machine.</source>
      <translation>Traz os pesos de um modelo para este computador.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>&lt;p&gt;Downloads the weights of a model, says their licence first, and checks them against their published SHA-256. A download that breaks off goes on the next time. Weights that are here are left alone, unless &lt;strong&gt;Fetch again&lt;/strong&gt; is set.&lt;/p&gt;&lt;p&gt;Give a &lt;strong&gt;checkpoint file&lt;/strong&gt; (.pth, .pt, .bin or .safetensors) to use weights of your own instead; for models without public weights that is the only way.&lt;/p&gt;&lt;p&gt;Where the catalogue knows no &lt;strong&gt;SHA-256&lt;/strong&gt;, name it: from a source that you trust, one a file as &lt;code&gt;OWNER/NAME/FILE=HEX&lt;/code&gt; where there are several.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Baixa os pesos de um modelo, informa antes a licença e os confere com o SHA-256 publicado. Um download interrompido continua na próxima vez. Pesos já presentes ficam como estão, a menos que &lt;strong&gt;Obter novamente&lt;/strong&gt; esteja marcado.&lt;/p&gt;&lt;p&gt;Indique um &lt;strong&gt;arquivo de checkpoint&lt;/strong&gt; (.pth, .pt, .bin ou .safetensors) para usar os seus próprios pesos; para modelos sem pesos públicos é a única maneira.&lt;/p&gt;&lt;p&gt;Onde o catálogo não conhece nenhum &lt;strong&gt;SHA-256&lt;/strong&gt;, informe-o: de uma fonte em que confie; se houver vários arquivos, um por arquivo como &lt;code&gt;OWNER/NAME/FILE=HEX&lt;/code&gt;.&lt;/p&gt;&lt;p&gt;Exemplo: &lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Checkpoint file of your own</source>
      <translation>Arquivo de checkpoint próprio</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Fetch again</source>
      <translation>Obter novamente</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>SHA-256, where the catalogue knows none</source>
      <translation>SHA-256, onde o catálogo não o conhece</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Name of the model</source>
      <translation>Nome do modelo</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Where the weights are</source>
      <translation>Onde estão os pesos</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/model_task.py" />
      <source>The download was stopped. What has come is kept for the next time.</source>
      <translation>O download foi interrompido. O que chegou fica guardado para a próxima vez.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <location filename="../../plugin/runner.py" />
      <source>{model} is ready.</source>
      <translation>{model} está pronto.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>{model} is here: {facts}</source>
      <translation>{model} está aqui: {facts}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Fine-tune a model</source>
      <translation>Ajustar um modelo</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Teaches the bundled model your own samples.</source>
      <translation>Ensina ao modelo incluído as suas próprias amostras.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>&lt;p&gt;The bundled model learns from a folder that “Export training samples” wrote: 20 to 200 samples are a good beginning, and take minutes. The model that comes out has a name of its own and stands in every list of models from then on.&lt;/p&gt;&lt;p&gt;It is measured before and after on the samples kept for validation; without such samples, or with too few, it is refused. While it learns your phrases it is also asked for what it knew, so that it does not forget that.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Learn to see, too&lt;/strong&gt; lets the image side learn as well: slower, for things that look like nothing that the model knows.&lt;/p&gt;&lt;p&gt;A run that is cancelled keeps its steps; start it again with &lt;strong&gt;Go on&lt;/strong&gt;.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:finetune -- DATA=samples NAME=helipads&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;O modelo incluído aprende com uma pasta que “Exportar amostras de treinamento” escreveu: 20 a 200 amostras são um bom começo e levam minutos. O modelo que resulta tem nome próprio e aparece daí em diante em todas as listas de modelos.&lt;/p&gt;&lt;p&gt;Ele é medido antes e depois nas amostras guardadas para validação; sem elas, ou com poucas demais, é recusado. Enquanto aprende as suas frases, também se pergunta a ele o que já sabia, para que não o esqueça.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Aprender também a ver&lt;/strong&gt; faz o lado da imagem aprender também: mais lento, para coisas que não se parecem com nada que o modelo conheça.&lt;/p&gt;&lt;p&gt;Uma execução cancelada guarda os seus passos; inicie-a de novo com &lt;strong&gt;Continuar&lt;/strong&gt;.&lt;/p&gt;&lt;p&gt;Exemplo: &lt;code&gt;qgis_process run rrsis:finetune -- DATA=samples NAME=helipads&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Folder of the samples</source>
      <translation>Pasta das amostras</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Name of the new model</source>
      <translation>Nome do novo modelo</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Model that learns</source>
      <translation>Modelo que aprende</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Steps (empty: by the samples)</source>
      <translation>Passos (vazio: conforme as amostras)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Learn to see, too</source>
      <translation>Aprender também a ver</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Go on with a run that was cancelled</source>
      <translation>Continuar uma execução cancelada</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Replace a model of that name</source>
      <translation>Substituir um modelo com esse nome</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Whether it was finished</source>
      <translation>Se foi concluída</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>mIoU before</source>
      <translation>mIoU antes</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>mIoU after</source>
      <translation>mIoU depois</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Stopped at step {done} of {total}. Start it again with “Go on” to finish it.</source>
      <translation>Parado no passo {done} de {total}. Inicie de novo com “Continuar” para concluir.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Segment by phrase</source>
      <translation>Segmentar por frase</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Finds the objects that a phrase describes, as polygons.</source>
      <translation>Encontra os objetos que uma frase descreve, como polígonos.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>&lt;p&gt;Describe what to find, in English, one phrase a line; each becomes a layer of its own.&lt;/p&gt;&lt;p&gt;Examples:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;The bundled model runs on any laptop, offline. The other models need their weights.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Threshold&lt;/strong&gt;: lower finds more, higher is surer. Keep the &lt;strong&gt;probability raster&lt;/strong&gt; to change the threshold later without running the model again (“Re-threshold”).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Extent&lt;/strong&gt; and &lt;strong&gt;mask&lt;/strong&gt; (selected polygons) bound the search. &lt;strong&gt;Bands&lt;/strong&gt; are the numbers shown to the model as red, green and blue, such as 4,3,2. &lt;strong&gt;Stretch&lt;/strong&gt; is the pair of percentiles shown as black and white, such as 2,98, or values of the file, such as =0,1800; 8-bit imagery needs none.&lt;/p&gt;&lt;p&gt;An output file that is there is replaced where it is an untouched result of an earlier search, as when the same search runs again. Tick &lt;strong&gt;Replace the output whatever it holds&lt;/strong&gt; for any other file.&lt;/p&gt;&lt;p&gt;The model’s environment is set up once with the button “Set up” in the RRSIS panel (View › Panels › RRSIS), or with &lt;code&gt;make setup&lt;/code&gt; in a checkout.&lt;/p&gt;&lt;p&gt;On the command line:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Descreva em inglês o que encontrar, uma frase por linha; cada uma se torna uma camada.&lt;/p&gt;&lt;p&gt;Exemplos:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;O modelo incluído funciona sem internet em qualquer notebook. Os outros modelos precisam dos seus pesos.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Limiar&lt;/strong&gt;: mais baixo encontra mais, mais alto é mais seguro. Mantenha o &lt;strong&gt;raster de probabilidade&lt;/strong&gt; para mudar o limiar depois sem executar o modelo de novo (“Mudar o limiar”).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Extensão&lt;/strong&gt; e &lt;strong&gt;máscara&lt;/strong&gt; (polígonos selecionados) delimitam a busca. &lt;strong&gt;Bandas&lt;/strong&gt; são os números mostrados ao modelo como vermelho, verde e azul, como 4,3,2. &lt;strong&gt;Contraste&lt;/strong&gt; é o par de percentis mostrados como preto e branco, como 2,98, ou valores do arquivo, como =0,1800; imagens de 8 bits não precisam dele.&lt;/p&gt;&lt;p&gt;Um arquivo de saída que já existe é substituído se for o resultado intacto de uma busca anterior, como quando a mesma busca é repetida. Para qualquer outro arquivo, marque &lt;strong&gt;Substituir a saída seja qual for o conteúdo&lt;/strong&gt;.&lt;/p&gt;&lt;p&gt;O ambiente do modelo é instalado uma única vez com o botão “Instalar” do painel RRSIS (Exibir › Painéis › RRSIS), ou com &lt;code&gt;make setup&lt;/code&gt; em uma cópia do repositório.&lt;/p&gt;&lt;p&gt;Na linha de comando:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>find,object,text,language,detect,building,car,tree,deep learning,ai</source>
      <translation>encontrar,objeto,texto,linguagem,detectar,edifício,carro,árvore,aprendizado profundo,ia</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Phrases, one a line</source>
      <translation>Frases, uma por linha</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <location filename="../../plugin/review.py" />
      <source>Threshold</source>
      <translation>Limiar</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Mask polygons</source>
      <translation>Polígonos de máscara</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Smallest area (m²)</source>
      <translation>Área mínima (m²)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Bands for red, green, blue</source>
      <translation>Bandas para vermelho, verde, azul</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Stretch</source>
      <translation>Contraste</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Pixel size seen by the model (m)</source>
      <translation>Tamanho do pixel visto pelo modelo (m)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/options.py" />
      <source>Device</source>
      <translation>Dispositivo</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/options.py" />
      <source>Most tiles fetched of an online layer</source>
      <translation>Máximo de blocos obtidos de uma camada on-line</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Found objects, one layer a phrase</source>
      <translation>Objetos encontrados, uma camada por frase</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>GeoPackage (*.gpkg)</source>
      <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Found objects of all phrases in one layer</source>
      <translation>Objetos encontrados de todas as frases em uma camada</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Probability raster</source>
      <translation>Raster de probabilidade</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Layers, one a phrase</source>
      <translation>Camadas, uma por frase</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Number of objects</source>
      <translation>Número de objetos</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Area of all objects (m²)</source>
      <translation>Área de todos os objetos (m²)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Time (s)</source>
      <translation>Tempo (s)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>{name} is "{value}"; give {count} numbers with commas between them.</source>
      <translation>{name} é “{value}”; informe {count} números separados por vírgulas.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>%n objects</source>
      <translation>
        <numerusform>%n objeto</numerusform>
        <numerusform>%n objetos</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Segment many rasters</source>
      <translation>Segmentar muitos rasters</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Finds what phrases describe in many rasters or tiles, one file each.</source>
      <translation>Encontra o que frases descrevem em muitos rasters ou blocos, um arquivo para cada um.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>&lt;p&gt;Searches each raster for the same phrases and writes a GeoPackage a raster into a folder, named after the raster. The model is loaded once. A raster that cannot be read is named and the rest goes on; the algorithm fails only where all of them do.&lt;/p&gt;&lt;p&gt;With &lt;strong&gt;Skip what is there&lt;/strong&gt; a run that was stopped goes on where it ended.&lt;/p&gt;&lt;p&gt;Example:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentmany -- INPUTS=a.tif INPUTS=b.tif PHRASES="white cars" OUTPUT=found&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Procura as mesmas frases em cada raster e grava em uma pasta um GeoPackage por raster, com o nome dele. O modelo é carregado uma única vez. Um raster que não pode ser lido é nomeado e o resto continua; o algoritmo só falha se todos falharem.&lt;/p&gt;&lt;p&gt;Com &lt;strong&gt;Pular o que já existe&lt;/strong&gt; uma execução parada continua de onde terminou.&lt;/p&gt;&lt;p&gt;Exemplo:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentmany -- INPUTS=a.tif INPUTS=b.tif PHRASES="white cars" OUTPUT=found&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Folder for the results</source>
      <translation>Pasta para os resultados</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Keep the probability rasters</source>
      <translation>Manter os rasters de probabilidade</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Skip what is there</source>
      <translation>Pular o que já existe</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Layers, one a phrase and raster</source>
      <translation>Camadas, uma por frase e raster</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Number of rasters searched</source>
      <translation>Número de rasters examinados</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Number of rasters that could not be searched</source>
      <translation>Número de rasters que não puderam ser examinados</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>No raster layer was chosen.</source>
      <translation>Nenhuma camada raster foi escolhida.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>{files} cannot be opened. Check that the file is there and opens in QGIS.</source>
      <translation>{files} não pode ser aberto. Verifique se o arquivo existe e abre no QGIS.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>The folder "{folder}" cannot be made: {reason}</source>
      <translation>A pasta “{folder}” não pode ser criada: {reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>{raster}: is there</source>
      <translation>{raster}: já existe</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Status</source>
      <translation>Situação</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Can models run here, and what is missing?</source>
      <translation>Modelos podem ser executados aqui, e o que falta?</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>&lt;p&gt;Looks for the model’s environment and says what is missing and where the button is that sets it up. With &lt;strong&gt;Try it out&lt;/strong&gt; it also starts the environment, and lists its packages and processors.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:status --json&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Procura o ambiente do modelo e diz o que falta e onde está o botão que o instala. Com &lt;strong&gt;Experimentar&lt;/strong&gt; também inicia o ambiente e lista os seus pacotes e processadores.&lt;/p&gt;&lt;p&gt;Exemplo: &lt;code&gt;qgis_process run rrsis:status --json&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Try it out</source>
      <translation>Experimentar</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models can run</source>
      <translation>Modelos podem ser executados</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>What is missing</source>
      <translation>O que falta</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Interpreter</source>
      <translation>Interpretador</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Processors</source>
      <translation>Processadores</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models</source>
      <translation>Modelos</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models whose weights are here</source>
      <translation>Modelos cujos pesos estão aqui</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Version</source>
      <translation>Versão</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models can run here.</source>
      <translation>Modelos podem ser executados aqui.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Re-threshold</source>
      <translation>Mudar o limiar</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Makes polygons anew from a kept probability raster, without running the model.</source>
      <translation>Cria polígonos de novo a partir de um raster de probabilidade mantido, sem executar o modelo.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>&lt;p&gt;Takes the probability raster that “Segment by phrase” kept, and makes polygons with another threshold, smallest area or outline. The model is not run again.&lt;/p&gt;&lt;p&gt;Lower thresholds find more, higher ones are surer. Leave &lt;strong&gt;Phrases&lt;/strong&gt; empty for all phrases of the raster, or name some of them, one a line.&lt;/p&gt;&lt;p&gt;Example:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:rethreshold -- INPUT=p.tif THRESHOLD=0.3 OUTPUT=more.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Usa o raster de probabilidade mantido por “Segmentar por frase” e cria polígonos com outro limiar, outra área mínima ou outro contorno. O modelo não é executado de novo.&lt;/p&gt;&lt;p&gt;Limiares mais baixos encontram mais, mais altos são mais seguros. Deixe &lt;strong&gt;Frases&lt;/strong&gt; vazio para todas as frases do raster, ou cite algumas delas, uma por linha.&lt;/p&gt;&lt;p&gt;Exemplo:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:rethreshold -- INPUT=p.tif THRESHOLD=0.3 OUTPUT=more.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Outlines may move by (m)</source>
      <translation>Contornos podem se mover até (m)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Fill holes up to (m²)</source>
      <translation>Preencher buracos até (m²)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Right angles where they fit</source>
      <translation>Ângulos retos onde couberem</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Part objects that touch</source>
      <translation>Separar objetos que se tocam</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>The probability raster must be a file that “Segment by phrase” wrote.</source>
      <translation>O raster de probabilidade deve ser um arquivo gravado por “Segmentar por frase”.</translation>
    </message>
    <message>
      <location filename="../../plugin/append.py" />
      <source>Append found objects</source>
      <translation>Anexar objetos encontrados</translation>
    </message>
    <message>
      <location filename="../../plugin/append.py" />
      <source>A layer was closed while objects were being appended.</source>
      <translation>Uma camada foi fechada enquanto objetos eram anexados.</translation>
    </message>
    <message>
      <location filename="../../plugin/append.py" />
      <source>The layer "{layer}" cannot be edited.</source>
      <translation>A camada “{layer}” não pode ser editada.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>RRSIS: find by phrase</source>
      <translation>RRSIS: encontrar por frase</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>The recipe is on the clipboard.</source>
      <translation>A receita está na área de transferência.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>The controls are set as the recipe says.</source>
      <translation>Os controles estão como diz a receita.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Find next</source>
      <translation>Depois</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Find</source>
      <translation>Encontrar</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>A later version wrote it: what this one does not know was left aside.</source>
      <translation>Uma versão mais nova a escreveu: o que esta não conhece foi deixado de lado.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Bands</source>
      <translation>Bandas</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Copy recipe</source>
      <translation>Copiar receita</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Paste recipe</source>
      <translation>Colar receita</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Copy report for those who help</source>
      <translation>Copiar relatório para quem ajuda</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Help</source>
      <translation>Ajuda</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Settings …</source>
      <translation>Configurações …</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Its model “{model}” is not here: another stays chosen.</source>
      <translation>O modelo “{model}” dela não está aqui: outro continua escolhido.</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Whole layer</source>
      <translation>Camada inteira</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Visible map</source>
      <translation>Mapa visível</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Drawn rectangle</source>
      <translation>Retângulo desenhado</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Drawn polygon</source>
      <translation>Polígono desenhado</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Selected features</source>
      <translation>Feições selecionadas</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Polygon layer as mask</source>
      <translation>Camada de polígonos como máscara</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Click the corners on the map; a right click or Enter closes the polygon.</source>
      <translation>Clique nos cantos no mapa; um clique direito ou Enter fecha o polígono.</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Drag a rectangle on the map.</source>
      <translation>Arraste um retângulo sobre o mapa.</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Nothing was drawn yet. Press “Draw” and draw on the map.</source>
      <translation>Nada foi desenhado ainda. Pressione “Desenhar” e desenhe no mapa.</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>There is no polygon layer. Add one, or search the whole layer.</source>
      <translation>Não há camada de polígonos. Adicione uma, ou procure na camada inteira.</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Nothing is selected in the layer "{layer}". Select polygons, or choose another extent.</source>
      <translation>Nada está selecionado na camada “{layer}”. Selecione polígonos, ou escolha outra extensão.</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Example picture</source>
      <translation>Imagem de exemplo</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Examples of phrases</source>
      <translation>Exemplos de frases</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Click a picture to search for what its yellow outline shows.</source>
      <translation>Clique em uma imagem para procurar o que o seu contorno amarelo mostra.</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Phrases that a model understands, with pictures of what they mean.</source>
      <translation>Frases que um modelo entende, com imagens do que elas significam.</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Try it on the example picture</source>
      <translation>Experimentar na imagem de exemplo</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Adds a small drawn picture to the project and searches in it at once.</source>
      <translation>Adiciona ao projeto uma pequena imagem desenhada e procura nela na hora.</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Closes the examples.</source>
      <translation>Fecha os exemplos.</translation>
    </message>
    <message>
      <location filename="../../plugin/groups.py" />
      <source>Found in {raster}</source>
      <translation>Encontrado em {raster}</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Nothing was found for "{phrase}". Word it differently, zoom to a place that shows it, or use finer imagery.</source>
      <translation>Nada foi encontrado para “{phrase}”. Use outras palavras, aproxime o mapa de um lugar que o mostre, ou use imagens mais finas.</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>The models read English alone: write “{phrase}” in English.</source>
      <translation>Os modelos só leem inglês: escreva “{phrase}” em inglês.</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Pixels of {pixel:.2g} m are much coarser than the {known:g} m that this model knows: expect to find large things alone.</source>
      <translation>Pixels de {pixel:.2g} m são muito mais grosseiros que os {known:g} m que este modelo conhece: espere apenas coisas grandes.</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Only things below the smallest area reached the threshold for "{phrase}". Lower one of the two in the review below, or word the phrase differently.</source>
      <translation>Só coisas abaixo da área mínima alcançaram o limiar para “{phrase}”. Baixe um dos dois valores na revisão abaixo, ou formule a frase de outra maneira.</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Nothing reached the threshold for "{phrase}": the highest probability is {top:.0%}. Lower the threshold in the review below, or word the phrase differently.</source>
      <translation>Nada alcançou o limiar para “{phrase}”: a maior probabilidade é {top:.0%}. Baixe o limiar na revisão abaixo, ou formule a frase de outra maneira.</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Pixels of {pixel:.2g} m are too coarse for “{phrase}”: use imagery of {needed:.1g} m or finer, or look for larger things.</source>
      <translation>Pixels de {pixel:.2g} m são grosseiros demais para “{phrase}”: use imagens de {needed:.1g} m ou mais finas, ou procure coisas maiores.</translation>
    </message>
    <message>
      <location filename="../../plugin/histogram.py" />
      <source>How many pixels have which probability; the firm bars are found.</source>
      <translation>Quantos pixels têm qual probabilidade; as barras fortes são o encontrado.</translation>
    </message>
    <message>
      <location filename="../../plugin/histogram.py" />
      <source>Look at the probabilities of {phrase}</source>
      <translation>Examinar as probabilidades de {phrase}</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <location filename="../../plugin/review_task.py" />
      <location filename="../../plugin/task.py" />
      <source>Cancelled before anything was finished.</source>
      <translation>Cancelado antes que algo estivesse pronto.</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <source>the polygons</source>
      <translation>os polígonos</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <source>{phrases} in {raster}</source>
      <translation>{phrases} em {raster}</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <source>The folder "{folder}" cannot be made ({reason}). Choose another place.</source>
      <translation>A pasta “{folder}” não pode ser criada ({reason}). Escolha outro lugar.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The area has no place in the layer's coordinate system. Choose another area.</source>
      <translation>A área não tem lugar no sistema de coordenadas da camada. Escolha outra área.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>No raster layer was chosen. Add imagery to the project and choose it.</source>
      <translation>Nenhuma camada raster foi escolhida. Adicione imagens ao projeto e escolha-as.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>Cancelled while the layer was being fetched.</source>
      <translation>Cancelado enquanto a camada era obtida.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The mask holds no polygon. Select polygons, or search without a mask.</source>
      <translation>A máscara não contém polígono. Selecione polígonos, ou procure sem máscara.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>Cancelled while the mask was being read.</source>
      <translation>Cancelado enquanto a máscara era lida.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" is broken. Repair its data source, or choose another layer.</source>
      <translation>A camada “{layer}” está com defeito. Conserte a fonte de dados, ou escolha outra camada.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" ({kind}) cannot be rendered. Export it as a GeoTIFF and use that.</source>
      <translation>A camada “{layer}” ({kind}) não pode ser renderizada. Exporte-a como GeoTIFF e use esse arquivo.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The extent does not touch the layer "{layer}". Move the map there.</source>
      <translation>A extensão não toca a camada “{layer}”. Mova o mapa até lá.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" is fetched from a service: this area needs {tiles} tiles at {gsd:g} m a pixel, and at most {limit} are fetched. Choose a smaller area, coarser pixels, or a file.</source>
      <translation>A camada “{layer}” é obtida de um serviço: esta área precisa de {tiles} blocos a {gsd:g} m por pixel, e no máximo {limit} são obtidos. Escolha uma área menor, pixels mais grosseiros ou um arquivo.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" cannot be rendered.</source>
      <translation>A camada “{layer}” não pode ser renderizada.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" could not be fetched ({reason}). Check the connection.</source>
      <translation>A camada “{layer}” não pôde ser obtida ({reason}). Verifique a conexão.</translation>
    </message>
    <message>
      <location filename="../../plugin/live.py" />
      <source>{phrase} (searching …)</source>
      <translation>{phrase} (procurando …)</translation>
    </message>
    <message>
      <location filename="../../plugin/live.py" />
      <source>{phrase} (unfinished)</source>
      <translation>{phrase} (inacabado)</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Look at the bands</source>
      <translation>Examinar as bandas</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>About what the model sees: the middle of the visible map in these bands and this stretch.</source>
      <translation>Mais ou menos o que o modelo vê: o meio do mapa visível com estas bandas e este contraste.</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Chooses the bands by name.</source>
      <translation>Escolhe as bandas pelo nome.</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Chooses percentiles or values.</source>
      <translation>Escolhe percentis ou valores.</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/wording.py" />
      <source>Automatic</source>
      <translation>Automático</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Values …</source>
      <translation>Valores …</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>no picture</source>
      <translation>sem imagem</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/stretch.py" />
      <source>Red</source>
      <translation>Vermelho</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/stretch.py" />
      <source>Green</source>
      <translation>Verde</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/stretch.py" />
      <source>Blue</source>
      <translation>Azul</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Values as QGIS shows them</source>
      <translation>Valores como o QGIS os mostra</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>As QGIS shows them ({bands})</source>
      <translation>Como o QGIS as mostra ({bands})</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Something went wrong. The message log has the details.</source>
      <translation>Algo deu errado. O registro de mensagens traz os detalhes.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A setting has a value that cannot be used. Correct it and run again.</source>
      <translation>Uma configuração tem um valor que não pode ser usado. Corrija-o e execute de novo.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A phrase is empty or too long. Describe in a few words what to find, as in "white cars".</source>
      <translation>Uma frase está vazia ou é longa demais. Descreva em poucas palavras inglesas o que encontrar, como "white cars".</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The extent is empty or not a rectangle. Draw it again, or search the whole layer.</source>
      <translation>A extensão está vazia ou não é um retângulo. Desenhe-a de novo, ou procure na camada inteira.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The extent does not touch the raster. Move the map there, or search the whole layer.</source>
      <translation>A extensão não toca o raster. Mova o mapa até lá, ou procure na camada inteira.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster lacks one of the bands asked for. Choose bands that it has.</source>
      <translation>Falta ao raster uma das bandas pedidas. Escolha bandas que ele tenha.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>There is no such model. Choose one from the list.</source>
      <translation>Esse modelo não existe. Escolha um da lista.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster cannot be read. Check that the file is there and opens in QGIS.</source>
      <translation>O raster não pode ser lido. Verifique se o arquivo existe e abre no QGIS.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This kind of raster cannot be searched. Use imagery with one, three or more bands.</source>
      <translation>Não é possível procurar neste tipo de raster. Use imagens com uma, três ou mais bandas.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>There are no pixels with data here. Choose another area or another layer.</source>
      <translation>Não há pixels com dados aqui. Escolha outra área ou outra camada.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The mask holds no readable polygon. Select polygons, or search without a mask.</source>
      <translation>A máscara não contém polígono legível. Selecione polígonos, ou procure sem máscara.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The results cannot be written there. Choose a folder that you may write to.</source>
      <translation>Os resultados não podem ser gravados ali. Escolha uma pasta em que você possa gravar.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The output file is in use. Remove its layers from the project, or choose another name.</source>
      <translation>O arquivo de saída está em uso. Remova as camadas dele do projeto, ou escolha outro nome.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>What lies there is no untouched result of a search and is not replaced. Choose another file, or tick “Replace the output whatever it holds”.</source>
      <translation>O que está ali não é um resultado intacto de uma busca e não é substituído. Escolha outro arquivo, ou marque “Substituir a saída seja qual for o conteúdo”.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The disk is full. Make room, or write the results to another disk.</source>
      <translation>O disco está cheio. Libere espaço, ou grave os resultados em outro disco.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This area needs too many tiles of an online layer. Choose a smaller area or a file.</source>
      <translation>Esta área precisa de blocos demais de uma camada on-line. Escolha uma área menor ou um arquivo.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This layer cannot be read or rendered. Export it as a GeoTIFF and use that.</source>
      <translation>Esta camada não pode ser lida nem renderizada. Exporte-a como GeoTIFF e use esse arquivo.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Cancelled before anything was finished. Nothing was written.</source>
      <translation>Cancelado antes que algo estivesse pronto. Nada foi gravado.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's weights are not on this machine. Fetch them, or choose the bundled model.</source>
      <translation>Os pesos do modelo não estão neste computador. Obtenha-os, ou escolha o modelo incluído.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The weight file is damaged or belongs to another model. Fetch it again.</source>
      <translation>O arquivo de pesos está danificado ou pertence a outro modelo. Obtenha-o novamente.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The download failed. Check the connection and the proxy settings, then try again.</source>
      <translation>O download falhou. Verifique a conexão e as configurações de proxy, e tente de novo.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>That processor is not available here. Choose “Automatic” or “CPU” as device.</source>
      <translation>Esse processador não está disponível aqui. Escolha “Automático” ou “CPU” como dispositivo.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Memory ran out. Close other programs, choose a smaller area, or use the CPU.</source>
      <translation>A memória acabou. Feche outros programas, escolha uma área menor, ou use a CPU.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's environment is not set up yet. Press “Set up” in the RRSIS panel.</source>
      <translation>O ambiente do modelo ainda não está instalado. Pressione “Instalar” no painel RRSIS.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's environment does not work. Set it up again in the RRSIS panel.</source>
      <translation>O ambiente do modelo não funciona. Instale-o de novo no painel RRSIS.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's process ended unexpectedly. Run again, or try a smaller area or the CPU.</source>
      <translation>O processo do modelo terminou inesperadamente. Execute de novo, ou tente uma área menor ou a CPU.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's process does not answer. Run again; the message log has the details.</source>
      <translation>O processo do modelo não responde. Execute de novo; o registro de mensagens traz os detalhes.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The environment belongs to another version. Set it up again in the RRSIS panel.</source>
      <translation>O ambiente pertence a outra versão. Instale-o de novo no painel RRSIS.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This is a defect of the plugin. Please report it with the details from the message log.</source>
      <translation>Este é um defeito do complemento. Por favor, relate-o com os detalhes do registro de mensagens.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The training data do not have the expected layout. Check the folder.</source>
      <translation>Os dados de treinamento não têm a disposição esperada. Verifique a pasta.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The training configuration has an unknown or mistyped setting. Correct it.</source>
      <translation>A configuração de treinamento tem uma opção desconhecida ou mal escrita. Corrija-a.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The training cannot go on. Lower the learning rate, or check the data.</source>
      <translation>O treinamento não pode continuar. Reduza a taxa de aprendizado, ou verifique os dados.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The data set could not be checked against its published description.</source>
      <translation>O conjunto de dados não pôde ser comparado com a sua descrição publicada.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A sample could not be read and was left out.</source>
      <translation>Uma amostra não pôde ser lida e foi deixada de fora.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Something is unusual; the message log has the details.</source>
      <translation>Algo está fora do comum; o registro de mensagens traz os detalhes.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster has no coordinate reference system: areas and lengths rest on an assumed pixel size.</source>
      <translation>O raster não tem sistema de referência de coordenadas: áreas e comprimentos se baseiam em um tamanho de pixel suposto.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster has one band; the model sees it in shades of grey.</source>
      <translation>O raster tem uma única banda; o modelo o vê em tons de cinza.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The pixels are coarser than the model knows; small objects will be missed.</source>
      <translation>Os pixels são mais grosseiros do que o modelo conhece; objetos pequenos serão perdidos.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A phrase is longer than the model reads; its end was ignored.</source>
      <translation>Uma frase é mais longa do que o modelo lê; o seu final foi ignorado.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model knows no word of a phrase. Write it in English, in common words.</source>
      <translation>O modelo não conhece nenhuma palavra de uma frase. Escreva-a em inglês, com palavras comuns.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>What the phrase measures from was not found; look for it alone, or name it otherwise.</source>
      <translation>Não foi encontrado aquilo a partir do qual a frase mede; procure-o sozinho ou dê-lhe outro nome.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Nothing was found. Lower the threshold, reword the phrase, or use finer imagery.</source>
      <translation>Nada foi encontrado. Baixe o limiar, reformule a frase, ou use imagens mais finas.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A part of the raster could not be read; there is no result there.</source>
      <translation>Uma parte do raster não pôde ser lida; ali não há resultado.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The file could no longer be replaced; the results were written beside it.</source>
      <translation>O arquivo já não podia ser substituído; os resultados foram gravados ao lado dele.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The search that was cut off went on from the rows that it had finished.</source>
      <translation>A busca interrompida continuou a partir das linhas que já tinha concluído.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Beside the file lie finished rows of another search that was cut off.</source>
      <translation>Ao lado do arquivo há linhas concluídas de outra busca que foi interrompida.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Memory ran short; the work went on in smaller steps.</source>
      <translation>Faltou memória; o trabalho continuou em passos menores.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The graphics processor could not be used; the CPU was used instead.</source>
      <translation>O processador gráfico não pôde ser usado; a CPU foi usada em seu lugar.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Something about the raster was assumed; the message log has the details.</source>
      <translation>Algo sobre o raster foi suposto; o registro de mensagens traz os detalhes.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>What was finished is kept in {file}: the same search goes on from there.</source>
      <translation>O que estava concluído é guardado em {file}: a mesma busca continua a partir daí.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_action.py" />
      <source>Open a copy in the model designer</source>
      <translation>Abrir uma cópia no modelador gráfico</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>ready</source>
      <translation>pronto</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>to fetch</source>
      <translation>a obter</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>missing: add weights of your own</source>
      <translation>ausente: adicione pesos próprios</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>to fetch in the toolbox with its SHA-256, or to add</source>
      <translation>a obter na caixa de ferramentas com seu SHA-256, ou a adicionar</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>no licence stated</source>
      <translation>sem licença indicada</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>looks at {low} m a pixel</source>
      <translation>olha a {low} m por pixel</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>looks at {low} to {high} m a pixel</source>
      <translation>olha de {low} a {high} m por pixel</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>of unknown size</source>
      <translation>de tamanho desconhecido</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>{size:.1f} GB</source>
      <translation>{size:.1f} GB</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>not verified</source>
      <translation>não verificada</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch the weights of {model}?

From: {repository}
Size: {size}
Licence: {licence}
Trained on: {data}

They are checked against their published SHA-256. A download that breaks off goes on the next time.</source>
      <translation>Obter os pesos de {model}?

De: {repository}
Tamanho: {size}
Licença: {licence}
Treinado com: {data}

Eles são conferidos com o SHA-256 publicado. Um download interrompido continua na próxima vez.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch …</source>
      <translation>Obter …</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Downloads the weights of this model, after saying how large they are.</source>
      <translation>Baixa os pesos deste modelo, depois de dizer o seu tamanho.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Add weights …</source>
      <translation>Adicionar pesos …</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Takes a checkpoint file of your own (.pth, .pt, .bin or .safetensors) for this model.</source>
      <translation>Usa um arquivo de checkpoint próprio (.pth, .pt, .bin ou .safetensors) para este modelo.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>How much of the weights has come.</source>
      <translation>Quanto dos pesos já chegou.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Stop</source>
      <translation>Parar</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Stops the download; what has come is kept for the next time.</source>
      <translation>Para o download; o que chegou é guardado para a próxima vez.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch</source>
      <translation>Obter</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Downloads the weights in the background.</source>
      <translation>Baixa os pesos em segundo plano.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Not now</source>
      <translation>Agora não</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetches nothing.</source>
      <translation>Não baixa nada.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Weights (*.pth *.pt *.bin *.safetensors)</source>
      <translation>Pesos (*.pth *.pt *.bin *.safetensors)</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>{size:.0f} MB</source>
      <translation>{size:.0f} MB</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>code: {licence}</source>
      <translation>código: {licence}</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>not stated</source>
      <translation>não indicado</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>device: {device}</source>
      <translation>dispositivo: {device}</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Weights for {model}</source>
      <translation>Pesos para {model}</translation>
    </message>
    <message>
      <location filename="../../plugin/model_task.py" />
      <source>Get the weights of {model}</source>
      <translation>Obter os pesos de {model}</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Interpreter for the models; leave it empty for the environment set up by the panel.</source>
      <translation>Interpretador para os modelos; deixe vazio para o ambiente instalado pelo painel.</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Python of the models</source>
      <translation>Python dos modelos</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Where models run.</source>
      <translation>Onde os modelos são executados.</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Larger areas of a layer that is no file are refused before anything is fetched.</source>
      <translation>Áreas maiores de uma camada que não é arquivo são recusadas antes que algo seja obtido.</translation>
    </message>
    <message>
      <location filename="../../plugin/plugin.py" />
      <source>Find by phrase</source>
      <translation>Encontrar por frase</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>The imagery is not in the visible map. Zoom to it, then a preview can be made.</source>
      <translation>As imagens não estão no mapa visível. Aproxime o mapa delas para ter uma prévia.</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>Looking …</source>
      <translation>Olhando …</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>Preview {phrases}</source>
      <translation>Prévia de {phrases}</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>Preview: {found}</source>
      <translation>Prévia: {found}</translation>
    </message>
    <message>
      <location filename="../../plugin/probabilities.py" />
      <source>Probability of {phrase}</source>
      <translation>Probabilidade de {phrase}</translation>
    </message>
    <message>
      <location filename="../../plugin/project_file.py" />
      <source>it is no GeoPackage</source>
      <translation>não é um GeoPackage</translation>
    </message>
    <message>
      <location filename="../../plugin/project_file.py" />
      <source>not all objects arrived there</source>
      <translation>nem todos os objetos chegaram lá</translation>
    </message>
    <message>
      <location filename="../../plugin/project_file.py" />
      <source>The results cannot be written to "{file}": {reason}</source>
      <translation>Os resultados não podem ser gravados em “{file}”: {reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/provider.py" />
      <source>RRSIS: find objects by phrase</source>
      <translation>RRSIS: encontrar objetos por frase</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>These searches begin one after the other.</source>
      <translation>Estas buscas começam uma após a outra.</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Waiting searches</source>
      <translation>Buscas em espera</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Remove from the queue</source>
      <translation>Remover da fila</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Takes the chosen search out of the queue; the Delete key does so too.</source>
      <translation>Tira da fila a busca escolhida; a tecla Delete também.</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Waiting: {count}</source>
      <translation>Em espera: {count}</translation>
    </message>
    <message>
      <location filename="../../plugin/recipe.py" />
      <source>The clipboard holds no recipe. Copy one from the panel or from a message first.</source>
      <translation>A área de transferência não contém receita. Copie antes uma do painel ou de uma mensagem.</translation>
    </message>
    <message>
      <location filename="../../plugin/recipe.py" />
      <source>The recipe holds a value that cannot be read: {name} is {value}.</source>
      <translation>A receita contém um valor que não pode ser lido: {name} é {value}.</translation>
    </message>
    <message>
      <location filename="../../plugin/results.py" />
      <source>The results can be written neither to "{file}" nor to "{folder}". Make room there, then run again.</source>
      <translation>Os resultados não podem ser gravados nem em “{file}” nem em “{folder}”. Libere espaço ali e execute de novo.</translation>
    </message>
    <message>
      <location filename="../../plugin/results.py" />
      <source>"{phrase}", found by {model} at {gsd:.2f} m a pixel (run {run}).</source>
      <translation>“{phrase}”, encontrado por {model} a {gsd:.2f} m por pixel (execução {run}).</translation>
    </message>
    <message>
      <location filename="../../plugin/results.py" />
      <source>"{file}" cannot be written: the results are kept in "{kept}".</source>
      <translation>“{file}” não pode ser gravado: os resultados ficam em “{kept}”.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Lower finds more, higher is surer. The model is not run again.</source>
      <translation>Mais baixo encontra mais, mais alto é mais seguro. O modelo não é executado de novo.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Probability from which a pixel belongs to an object.</source>
      <translation>Probabilidade a partir da qual um pixel pertence a um objeto.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Smaller polygons are dropped.</source>
      <translation>Polígonos menores são descartados.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Holes up to this size are filled.</source>
      <translation>Buracos até este tamanho são preenchidos.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Outlines may move by as much, and lose corners in return.</source>
      <translation>Contornos podem se mover até esse tanto, e em troca perdem vértices.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>automatic</source>
      <translation>automático</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Right angles</source>
      <translation>Ângulos retos</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>For things that people made: outlines become rectangular where that fits.</source>
      <translation>Para coisas feitas por pessoas: os contornos ficam retangulares onde isso cabe.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Part touching objects</source>
      <translation>Separar objetos contíguos</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Objects that touch are parted along the valley between their peaks.</source>
      <translation>Objetos que se tocam são separados ao longo do vale entre os seus picos.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Smallest area</source>
      <translation>Área mínima</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Fill holes up to</source>
      <translation>Preencher buracos até</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Smooth outlines by</source>
      <translation>Suavizar contornos em</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Accepted.</source>
      <translation>Aceito.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <location filename="../../plugin/verdicts.py" />
      <source>Undo</source>
      <translation>Desfazer</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Goes back to the settings before the last change.</source>
      <translation>Volta às configurações anteriores à última mudança.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Redo</source>
      <translation>Refazer</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Goes forward again to the settings that were undone.</source>
      <translation>Avança de novo às configurações que foram desfeitas.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Accept</source>
      <translation>Aceitar</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Keeps the objects as they are and ends the review.</source>
      <translation>Mantém os objetos como estão e termina a revisão.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Review again</source>
      <translation>Revisar de novo</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Shows the controls again.</source>
      <translation>Mostra os controles de novo.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Discard</source>
      <translation>Descartar</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Takes the layer out of the project; for a moment that can be undone.</source>
      <translation>Tira a camada do projeto; por um momento isso pode ser desfeito.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Append to</source>
      <translation>Anexar a</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Copies the objects into another polygon layer of the project.</source>
      <translation>Copia os objetos para outra camada de polígonos do projeto.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Probability</source>
      <translation>Certeza</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Shows below the objects how sure the model is at each place, or hides it again.</source>
      <translation>Mostra, sob os objetos, quão certo o modelo está em cada lugar, ou volta a ocultar isso.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Review “{phrase}”</source>
      <translation>Revisar “{phrase}”</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>No other polygon layer can be edited</source>
      <translation>Nenhuma outra camada de polígonos é editável</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>Review {phrases}</source>
      <translation>Revisar {phrases}</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>"{file}" is gone. Bring it back, or search again and take this layer out.</source>
      <translation>“{file}” não está mais lá. Recupere-o, ou busque de novo e remova esta camada.</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>"{file}" cannot be changed: another program may have it open, or you may not write there. See to that, then try again.</source>
      <translation>Não é possível alterar "{file}": talvez outro programa o tenha aberto, ou você não pode gravar ali. Resolva isso e tente novamente.</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>"{file}" cannot be changed ({reason}). Close it in other programs, then try again.</source>
      <translation>Não é possível alterar "{file}" ({reason}). Feche-o em outros programas e tente novamente.</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Stopping, and keeping what was found …</source>
      <translation>Parando e guardando o que foi encontrado …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Starting …</source>
      <translation>Iniciando …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Make a report for those who help</source>
      <translation>Criar um relatório para quem ajuda</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Looking at the environment …</source>
      <translation>Examinando o ambiente …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>The report is on the clipboard.</source>
      <translation>O relatório está na área de transferência.</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <location filename="../../plugin/task.py" />
      <source>Add to this project</source>
      <translation>Adicionar a este projeto</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Shows the layers in the project that is open now.</source>
      <translation>Mostra as camadas no projeto aberto agora.</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Makes polygons anew with this threshold; the model is not run again.</source>
      <translation>Cria polígonos de novo com este limiar; o modelo não é executado de novo.</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Waiting for other tasks of QGIS …</source>
      <translation>À espera de outras tarefas do QGIS …</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/runner.py" />
      <source>%n objects found before then stay in temporary layers; save them if you need them.</source>
      <translation>
        <numerusform>%n objeto encontrado antes disso fica em uma camada temporária; salve-o se precisar dele.</numerusform>
        <numerusform>%n objetos encontrados antes disso ficam em camadas temporárias; salve-os se precisar deles.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Found {found}, for a project that was closed meanwhile. The layers are in "{file}".</source>
      <translation>Encontrado: {found}, para um projeto que entretanto foi fechado. As camadas estão em "{file}".</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Begins when what was found before is kept …</source>
      <translation>Começa quando o que foi encontrado antes estiver guardado …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>The layer is being edited. Save or discard the edits first.</source>
      <translation>A camada está em edição. Salve ou descarte antes as edições.</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>{found} in {time}</source>
      <translation>{found} em {time}</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>{found} → {file}</source>
      <translation>{found} → {file}</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Lower it to {threshold:.0%}</source>
      <translation>Baixar para {threshold:.0%}</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <location filename="../../plugin/wording.py" />
      <source>{count} × {phrase}</source>
      <translation>{count} × {phrase}</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Found {found}.</source>
      <translation>Encontrado: {found}.</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Nothing was found for {phrases}. Choose a layer to see what a lower threshold brings.</source>
      <translation>Nada foi encontrado para {phrases}. Escolha uma camada para ver o que um limiar mais baixo traz.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Preparing</source>
      <translation>Preparando</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Looking for the installer</source>
      <translation>Procurando o instalador</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Making the environment</source>
      <translation>Criando o ambiente</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Downloading and installing packages</source>
      <translation>Baixando e instalando pacotes</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Trying the environment</source>
      <translation>Experimentando o ambiente</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Ready</source>
      <translation>Pronto</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Setting up was cancelled. What was downloaded is kept for the next time.</source>
      <translation>A instalação foi cancelada. O que foi baixado fica guardado para a próxima vez.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>There is not enough room on the disk. Free some, then set up again.</source>
      <translation>Não há espaço suficiente no disco. Libere espaço e instale de novo.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The proxy refuses the connection. Check its address and password (HTTPS_PROXY).</source>
      <translation>O proxy recusa a conexão. Verifique o endereço e a senha dele (HTTPS_PROXY).</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The connection's certificate is not trusted. Name your organisation's own in SSL_CERT_FILE.</source>
      <translation>O certificado da conexão não é confiável. Indique o da sua organização em SSL_CERT_FILE.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The package index cannot be reached. Check the network, then set up again: what was downloaded is kept.</source>
      <translation>O índice de pacotes está inacessível. Verifique a rede e instale de novo: o que foi baixado fica guardado.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>No Python 3.11 or newer was found. Install one, then set up again.</source>
      <translation>Nenhum Python 3.11 ou mais novo foi encontrado. Instale um e instale de novo.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>A system library is missing. Install the Microsoft Visual C++ runtime (x64).</source>
      <translation>Falta uma biblioteca do sistema. Instale o Microsoft Visual C++ Runtime (x64).</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>A file or folder is held or forbidden. Close other QGIS windows, then set up again.</source>
      <translation>Um arquivo ou uma pasta está em uso ou sem permissão. Feche outras janelas do QGIS e instale de novo.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>PyTorch is made for 64-bit Linux and Windows, and for macOS 14 on Apple silicon.</source>
      <translation>O PyTorch existe para Linux e Windows de 64 bits e para macOS 14 em processadores Apple.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Another window is setting it up. Wait until it is done.</source>
      <translation>Outra janela está instalando neste momento. Espere até terminar.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The environment is ready: describe what to find.</source>
      <translation>O ambiente está pronto: descreva o que encontrar.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The whole log: {file}</source>
      <translation>O registro completo: {file}</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The models need an environment of their own (PyTorch and other packages), set up once.
Download and disk: about {size:.1f} GB
Folder: {folder}</source>
      <translation>Os modelos precisam de um ambiente próprio (PyTorch e outros pacotes), instalado uma única vez.
Download e disco: cerca de {size:.1f} GB
Pasta: {folder}</translation>
    </message>
    <message>
      <location filename="../../plugin/setup_task.py" />
      <source>Set up the environment of RRSIS</source>
      <translation>Instalar o ambiente do RRSIS</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Stretch by values</source>
      <translation>Contraste por valores</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Black</source>
      <translation>Preto</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>White</source>
      <translation>Branco</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>A value of the file; the picture in the panel shows what it does.</source>
      <translation>Um valor do arquivo; a imagem no painel mostra o que ele faz.</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>The stretch "{text}" is neither two percentiles, such as 2,98, nor values, such as =0,1800.</source>
      <translation>O contraste “{text}” não consiste em dois percentis, como 2,98, nem em valores, como =0,1800.</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Takes these values.</source>
      <translation>Toma estes valores.</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Leaves the values as they were.</source>
      <translation>Deixa os valores como estavam.</translation>
    </message>
    <message>
      <location filename="../../plugin/task.py" />
      <source>Find {phrases}</source>
      <translation>Encontrar {phrases}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/verdicts.py" />
      <source>%n objects were appended to “{layer}”. Choose that layer to save its edits, or to undo them with Ctrl+Z.</source>
      <translation>
        <numerusform>%n objeto foi anexado a “{layer}”. Escolha essa camada para salvar as edições, ou desfazê-las com Ctrl+Z.</numerusform>
        <numerusform>%n objetos foram anexados a “{layer}”. Escolha essa camada para salvar as edições, ou desfazê-las com Ctrl+Z.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>Delete discarded objects</source>
      <translation>Apagar objetos descartados</translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>Brings the layer back.</source>
      <translation>Traz a camada de volta.</translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>“{layer}” was discarded.</source>
      <translation>“{layer}” foi descartado.</translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>The discarded layer "{table}" is still in {file}: {reason}</source>
      <translation>A camada descartada “{table}” ainda está em {file}: {reason}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/wording.py" />
      <source>{found}, {count} for %n other phrases</source>
      <translation>
        <numerusform>{found}, {count} de outra %n frase</numerusform>
        <numerusform>{found}, {count} de outras %n frases</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/wording.py" />
      <source>{phrases} and {count} more</source>
      <translation>{phrases} e mais {count}</translation>
    </message>
    <message>
      <location filename="../../plugin/wording.py" />
      <source>{model} (bundled)</source>
      <translation>{model} (incluído)</translation>
    </message>
    <message>
      <source>&lt;p&gt;Describe what to find, in English, one phrase a line; each becomes a layer of its own.&lt;/p&gt;&lt;p&gt;Examples:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;The bundled model runs on any laptop, offline. The other models need their weights.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Threshold&lt;/strong&gt;: lower finds more, higher is surer. Keep the &lt;strong&gt;probability raster&lt;/strong&gt; to change the threshold later without running the model again (“Re-threshold”).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Extent&lt;/strong&gt; and &lt;strong&gt;mask&lt;/strong&gt; (selected polygons) bound the search. &lt;strong&gt;Bands&lt;/strong&gt; are the numbers shown to the model as red, green and blue, such as 4,3,2. &lt;strong&gt;Stretch&lt;/strong&gt; is the pair of percentiles shown as black and white, such as 2,98; 8-bit imagery needs none.&lt;/p&gt;&lt;p&gt;The model’s environment is set up once with the button “Set up” in the RRSIS panel (View › Panels › RRSIS), or with &lt;code&gt;make setup&lt;/code&gt; in a checkout.&lt;/p&gt;&lt;p&gt;On the command line:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation type="vanished">&lt;p&gt;Descreva em inglês o que encontrar, uma frase por linha; cada uma se torna uma camada.&lt;/p&gt;&lt;p&gt;Exemplos:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;O modelo incluído funciona sem internet em qualquer notebook. Os outros modelos precisam dos seus pesos.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Limiar&lt;/strong&gt;: mais baixo encontra mais, mais alto é mais seguro. Mantenha o &lt;strong&gt;raster de probabilidade&lt;/strong&gt; para mudar o limiar depois sem executar o modelo de novo (“Mudar o limiar”).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Extensão&lt;/strong&gt; e &lt;strong&gt;máscara&lt;/strong&gt; (polígonos selecionados) delimitam a busca. &lt;strong&gt;Bandas&lt;/strong&gt; são os números mostrados ao modelo como vermelho, verde e azul, como 4,3,2. &lt;strong&gt;Contraste&lt;/strong&gt; é o par de percentis mostrados como preto e branco, como 2,98; imagens de 8 bits não precisam dele.&lt;/p&gt;&lt;p&gt;O ambiente do modelo é instalado uma única vez com o botão “Instalar” do painel RRSIS (Exibir › Painéis › RRSIS), ou com &lt;code&gt;make setup&lt;/code&gt; em uma cópia do repositório.&lt;/p&gt;&lt;p&gt;Na linha de comando:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Stretch (percentiles)</source>
      <translation type="vanished">Contraste (percentis)</translation>
    </message>
    <message>
      <source>Chooses the percentiles.</source>
      <translation type="vanished">Escolhe os percentis.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Describe what to find, in English, one phrase a line; each becomes a layer of its own.&lt;/p&gt;&lt;p&gt;Examples:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;The bundled model runs on any laptop, offline. The other models need their weights.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Threshold&lt;/strong&gt;: lower finds more, higher is surer. Keep the &lt;strong&gt;probability raster&lt;/strong&gt; to change the threshold later without running the model again (“Re-threshold”).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Extent&lt;/strong&gt; and &lt;strong&gt;mask&lt;/strong&gt; (selected polygons) bound the search. &lt;strong&gt;Bands&lt;/strong&gt; are the numbers shown to the model as red, green and blue, such as 4,3,2. &lt;strong&gt;Stretch&lt;/strong&gt; is the pair of percentiles shown as black and white, such as 2,98, or values of the file, such as =0,1800; 8-bit imagery needs none.&lt;/p&gt;&lt;p&gt;The model’s environment is set up once with the button “Set up” in the RRSIS panel (View › Panels › RRSIS), or with &lt;code&gt;make setup&lt;/code&gt; in a checkout.&lt;/p&gt;&lt;p&gt;On the command line:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation type="vanished">&lt;p&gt;Descreva em inglês o que encontrar, uma frase por linha; cada uma se torna uma camada.&lt;/p&gt;&lt;p&gt;Exemplos:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;O modelo incluído funciona sem internet em qualquer notebook. Os outros modelos precisam dos seus pesos.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Limiar&lt;/strong&gt;: mais baixo encontra mais, mais alto é mais seguro. Mantenha o &lt;strong&gt;raster de probabilidade&lt;/strong&gt; para mudar o limiar depois sem executar o modelo de novo (“Mudar o limiar”).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Extensão&lt;/strong&gt; e &lt;strong&gt;máscara&lt;/strong&gt; (polígonos selecionados) delimitam a busca. &lt;strong&gt;Bandas&lt;/strong&gt; são os números mostrados ao modelo como vermelho, verde e azul, como 4,3,2. &lt;strong&gt;Contraste&lt;/strong&gt; é o par de percentis mostrados como preto e branco, como 2,98, ou valores do arquivo, como =0,1800; imagens de 8 bits não precisam dele.&lt;/p&gt;&lt;p&gt;O ambiente do modelo é instalado uma única vez com o botão “Instalar” do painel RRSIS (Exibir › Painéis › RRSIS), ou com &lt;code&gt;make setup&lt;/code&gt; em uma cópia do repositório.&lt;/p&gt;&lt;p&gt;Na linha de comando:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <source>What lies there is no untouched result of a search and is not replaced. Choose another file.</source>
      <translation type="vanished">O que está ali não é um resultado intacto de uma pesquisa e não é substituído. Escolha outro ficheiro.</translation>
    </message>
    <message>
      <source>{low:g} m a pixel</source>
      <translation type="vanished">{low:g} m por pixel</translation>
    </message>
    <message>
      <source>{low:g} to {high:g} m a pixel</source>
      <translation type="vanished">{low:g} a {high:g} m por pixel</translation>
    </message>
    <message>
      <source>{found} in {seconds:.0f} s</source>
      <translation type="vanished">{found} em {seconds:.0f} s</translation>
    </message>
    <message numerus="yes">
      <source>{found} and {count} × %n other phrases</source>
      <translation type="vanished">
        <numerusform>{found} e {count} × outra %n frase</numerusform>
        <numerusform>{found} e {count} × outras %n frases</numerusform>
      </translation>
    </message>
    <message>
      <source>The layer "{table}" cannot be changed.</source>
      <translation type="vanished">A camada “{table}” não pode ser alterada.</translation>
    </message>
    <message>
      <source>The layer "{table}" cannot be changed: {reason}</source>
      <translation type="vanished">A camada “{table}” não pode ser alterada: {reason}</translation>
    </message>
    <message>
      <source>looks at {low:g} m a pixel</source>
      <translation type="vanished">olha a {low:g} m por pixel</translation>
    </message>
    <message>
      <source>looks at {low:g} to {high:g} m a pixel</source>
      <translation type="vanished">olha de {low:g} a {high:g} m por pixel</translation>
    </message>
    <message>
      <source>The recipe holds a value that cannot be read.</source>
      <translation type="vanished">A receita contém um valor que não pode ser lido.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Downloads the weights of a model, says their licence first, and checks them against their published SHA-256. A download that breaks off goes on the next time. Weights that are here are left alone, unless &lt;strong&gt;Fetch again&lt;/strong&gt; is set.&lt;/p&gt;&lt;p&gt;Give a &lt;strong&gt;checkpoint file&lt;/strong&gt; (.pth, .pt, .bin or .safetensors) to use weights of your own instead; for models without public weights that is the only way.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</source>
      <translation type="vanished">&lt;p&gt;Baixa os pesos de um modelo, informa antes a licença e os confere com o SHA-256 publicado. Um download interrompido continua na próxima vez. Pesos já presentes ficam como estão, a menos que &lt;strong&gt;Obter novamente&lt;/strong&gt; esteja marcado.&lt;/p&gt;&lt;p&gt;Indique um &lt;strong&gt;arquivo de checkpoint&lt;/strong&gt; (.pth, .pt, .bin ou .safetensors) para usar os seus próprios pesos; para modelos sem pesos públicos é a única maneira.&lt;/p&gt;&lt;p&gt;Exemplo: &lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <source>to fetch on the command line, with its SHA-256, or to add</source>
      <translation type="vanished">a obter na linha de comando, com seu SHA-256, ou a adicionar</translation>
    </message>
    <message>
      <source>The results in "{file}" cannot be read.</source>
      <translation type="vanished">Os resultados em “{file}” não podem ser lidos.</translation>
    </message>
    <message>
      <source>Stopping …</source>
      <translation type="vanished">Parando …</translation>
    </message>
    <message numerus="yes">
      <source>%n objects were appended to “{layer}”. Save its edits, or undo them with Ctrl+Z.</source>
      <translation type="vanished">
        <numerusform>%n objeto foi anexado a “{layer}”. Salve as edições, ou desfaça-as com Ctrl+Z.</numerusform>
        <numerusform>%n objetos foram anexados a “{layer}”. Salve as edições, ou desfaça-as com Ctrl+Z.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SegmentDock</name>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>RRSIS</source>
      <translation>RRSIS</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>How far the set-up is.</source>
      <translation>Progresso da instalação.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Set up</source>
      <translation>Instalar</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Downloads PyTorch and other packages into the folder named above. Needs the internet once.</source>
      <translation>Baixa o PyTorch e outros pacotes para a pasta indicada acima. Precisa da internet uma única vez.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Cancel</source>
      <translation>Cancelar</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Stops the set-up; what was downloaded is used the next time.</source>
      <translation>Para a instalação; o que foi baixado é aproveitado na próxima vez.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Imagery</source>
      <translation>Imagens</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>The raster layer to search; it follows the active layer.</source>
      <translation>A camada raster na qual se procura; ela acompanha a camada ativa.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Find</source>
      <translation>Encontrar</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>one phrase a line, such as
white cars
buildings with a tin roof</source>
      <translation>uma frase por linha, em inglês, como
white cars
buildings with a tin roof</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>What to find, in English, one phrase a line. Each phrase becomes a layer.</source>
      <translation>O que encontrar, em inglês, uma frase por linha. Cada frase se torna uma camada.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Examples</source>
      <translation>Exemplos</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Pictures of what phrases mean; one click tries one.</source>
      <translation>Imagens do que as frases significam; um clique experimenta uma.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>History</source>
      <translation>Histórico</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Phrases that you searched for before.</source>
      <translation>Frases que você já procurou.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>…</source>
      <translation>…</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>More</source>
      <translation>Mais</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Recipes to copy and paste, a report for those who help, settings.</source>
      <translation>Receitas para copiar e colar, um relatório para quem ajuda, configurações.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Model</source>
      <translation>Modelo</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>The bundled model runs on any laptop; the others need their weights.</source>
      <translation>O modelo incluído funciona em qualquer notebook; os outros precisam dos seus pesos.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Where</source>
      <translation>Onde</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Where to search.</source>
      <translation>Onde procurar.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Draw</source>
      <translation>Desenhar</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Drag a rectangle on the map.</source>
      <translation>Arraste um retângulo sobre o mapa.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Polygons</source>
      <translation>Polígonos</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>The polygon layer whose features bound the search.</source>
      <translation>A camada de polígonos cujas feições delimitam a busca.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Threshold</source>
      <translation>Limiar</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Lower finds more, higher is surer. It can be changed afterwards.</source>
      <translation>Mais baixo encontra mais, mais alto é mais seguro. Pode ser alterado depois.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Probability from which a pixel belongs to an object.</source>
      <translation>Probabilidade a partir da qual um pixel pertence a um objeto.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Smallest area, bands, stretch, pixel size and device.</source>
      <translation>Área mínima, bandas, contraste, tamanho do pixel e dispositivo.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Smallest area</source>
      <translation>Área mínima</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source> m²</source>
      <translation> m²</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Smaller polygons are dropped.</source>
      <translation>Polígonos menores são descartados.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Bands</source>
      <translation>Bandas</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>automatic, or 4,3,2</source>
      <translation>automático, ou 4,3,2</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Numbers of the bands shown to the model as red, green and blue.</source>
      <translation>Números das bandas mostradas ao modelo como vermelho, verde e azul.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Stretch</source>
      <translation>Contraste</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>automatic, or 2,98</source>
      <translation>automático, ou 2,98</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Percentiles shown to the model as black and white, such as 2,98; or values of the file after “=”, such as =0,1800.</source>
      <translation>Percentis mostrados ao modelo como preto e branco, como 2,98; ou valores do arquivo depois de “=”, como =0,1800.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Pixel size</source>
      <translation>Tamanho do pixel</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source> m</source>
      <translation> m</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>as the model prefers</source>
      <translation>o preferido pelo modelo</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Metres a pixel at which the model looks.</source>
      <translation>Metros por pixel com que o modelo olha.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Device</source>
      <translation>Dispositivo</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Where the model runs.</source>
      <translation>Onde o modelo é executado.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>What is likely to go wrong with this search, and what to do about it.</source>
      <translation>O que provavelmente dará errado nesta busca, e o que fazer a respeito.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Search in the background; QGIS stays usable.</source>
      <translation>Procura em segundo plano; o QGIS continua utilizável.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Preview</source>
      <translation>Prévia</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Shows at once what would be found in the middle of the visible map; nothing is kept.</source>
      <translation>Mostra na hora o que seria encontrado no meio do mapa visível; nada é guardado.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>How far the search is.</source>
      <translation>Progresso da busca.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Stops the search and keeps what is finished.</source>
      <translation>Para a busca e mantém o que está pronto.</translation>
    </message>
    <message>
      <source>Percentiles shown to the model as black and white.</source>
      <translation type="vanished">Percentis mostrados ao modelo como preto e branco.</translation>
    </message>
  </context>
</TS>
